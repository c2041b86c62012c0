package io.quayside.engine.recreate;

import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.ContainerUpdate;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.Resources;
import io.quayside.engine.model.RestartPolicy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// What of a change an engine can make while the container runs.
///
/// @param update limits and restart policy, if any of them changes
/// @param leave networks to leave, also those to join again in another way
/// @param join networks to join
/// @param needsNew whether there is more, for which a new container is needed
record LiveChange(
        Optional<ContainerUpdate> update, Set<String> leave, Map<String, EndpointSettings> join, boolean needsNew) {

    static LiveChange between(ContainerSpec old, ContainerSpec wanted) {
        Resources limits = wanted.hostConfig().resources();
        Resources before = old.hostConfig().resources();
        boolean limitsChange = !limits.equals(before);
        boolean limitsAreLive = canBeLive(before, limits);
        RestartPolicy policy = wanted.hostConfig().restartPolicy();
        boolean policyChanges = !policy.equals(old.hostConfig().restartPolicy());
        boolean networksChange = !wanted.networks().equals(old.networks());
        boolean networksAreLive = networksChange && networksCanBeLive(old, wanted);
        ContainerSpec live = old.with(old.hostConfig().toBuilder()
                .resources(limitsAreLive ? limits : before)
                .restartPolicy(policy)
                .build());
        if (networksAreLive) {
            live = new ContainerSpec(live.config(), withMode(live, wanted), wanted.networks());
        }
        Optional<ContainerUpdate> update = (limitsChange && limitsAreLive) || policyChanges
                ? Optional.of(new ContainerUpdate(
                        limitsAreLive
                                ? onlyChanged(before, limits)
                                : Resources.builder().build(),
                        policyChanges ? Optional.of(policy) : Optional.empty()))
                : Optional.empty();
        Set<String> leave = new LinkedHashSet<>();
        Map<String, EndpointSettings> join = new LinkedHashMap<>();
        if (networksAreLive) {
            old.networks().forEach((name, endpoint) -> {
                if (!endpoint.equals(wanted.networks().get(name))) {
                    leave.add(name);
                }
            });
            wanted.networks().forEach((name, endpoint) -> {
                if (!endpoint.equals(old.networks().get(name))) {
                    join.put(name, endpoint);
                }
            });
        }
        return new LiveChange(update, leave, join, !Objects.equals(live, wanted));
    }

    /// All of them, also the first: the mode that is left names it, and engines keep to the networks.
    private static boolean networksCanBeLive(ContainerSpec old, ContainerSpec wanted) {
        return NetworkPlaces.areItsOwn(old)
                && NetworkPlaces.areItsOwn(wanted)
                && !old.networks().isEmpty()
                && !wanted.networks().isEmpty();
    }

    private static HostConfig withMode(ContainerSpec spec, ContainerSpec wanted) {
        HostConfig host = spec.hostConfig();
        return host.toBuilder()
                .networking(host.networking().toBuilder()
                        .mode(wanted.hostConfig().networking().mode())
                        .build())
                .build();
    }

    /// Engines take 0 for "as it is", so that a limit can't be taken away, and some limits are not theirs to change.
    private static boolean canBeLive(Resources before, Resources after) {
        Resources reached = before.toBuilder()
                .memory(after.memory())
                .memorySwap(after.memorySwap())
                .memoryReservation(after.memoryReservation())
                .nanoCpus(after.nanoCpus())
                .cpuShares(after.cpuShares())
                .cpuPeriod(after.cpuPeriod())
                .cpuQuota(after.cpuQuota())
                .cpusetCpus(after.cpusetCpus())
                .cpusetMems(after.cpusetMems())
                .pidsLimit(after.pidsLimit())
                .blkioWeight(after.blkioWeight())
                .build();
        return reached.equals(after)
                && staysSet(before, after, Resources::memory)
                && staysSet(before, after, Resources::memorySwap)
                && staysSet(before, after, Resources::memoryReservation)
                && staysSet(before, after, Resources::nanoCpus)
                && staysSet(before, after, Resources::cpuShares)
                && staysSet(before, after, Resources::cpuPeriod)
                && staysSet(before, after, Resources::cpuQuota)
                && staysSet(before, after, Resources::blkioWeight)
                && !(after.cpusetCpus().isEmpty() && !before.cpusetCpus().isEmpty())
                && !(after.cpusetMems().isEmpty() && !before.cpusetMems().isEmpty());
    }

    private static boolean staysSet(Resources before, Resources after, Function<Resources, Long> limit) {
        return limit.apply(before).equals(limit.apply(after)) || limit.apply(after) != 0;
    }

    private static Resources onlyChanged(Resources before, Resources after) {
        boolean pids = !before.pidsLimit().equals(after.pidsLimit());
        boolean memory = before.memory() != after.memory() || before.memorySwap() != after.memorySwap();
        return Resources.builder()
                .memory(memory ? after.memory() : 0)
                .memorySwap(memory ? swapWith(after) : 0)
                .memoryReservation(changed(before, after, Resources::memoryReservation))
                .nanoCpus(changed(before, after, Resources::nanoCpus))
                .cpuShares(changed(before, after, Resources::cpuShares))
                .cpuPeriod(changed(before, after, Resources::cpuPeriod))
                .cpuQuota(changed(before, after, Resources::cpuQuota))
                .cpusetCpus(after.cpusetCpus().equals(before.cpusetCpus()) ? "" : after.cpusetCpus())
                .cpusetMems(after.cpusetMems().equals(before.cpusetMems()) ? "" : after.cpusetMems())
                .blkioWeight(changed(before, after, Resources::blkioWeight))
                .pidsLimit(pids ? OptionalLong.of(after.pidsLimit().orElse(0)) : OptionalLong.empty())
                .build();
    }

    /// Some engines know a limit of memory and swap together that nobody set, and refuse one of memory above it. Twice
    /// the memory is what they give to a new container.
    private static long swapWith(Resources after) {
        return after.memorySwap() == 0 ? 2 * after.memory() : after.memorySwap();
    }

    private static long changed(Resources before, Resources after, Function<Resources, Long> limit) {
        return limit.apply(before).equals(limit.apply(after)) ? 0 : limit.apply(after);
    }
}
