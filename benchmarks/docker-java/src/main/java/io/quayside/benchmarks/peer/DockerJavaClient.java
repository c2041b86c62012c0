package io.quayside.benchmarks.peer;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.okhttp.OkDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// One piece of work with docker-java, once for each line on standard input.
///
/// Arguments: transport (`okhttp` or `httpclient5`), work (`list`, `inspect`, `logs`, `stats`), address, container (for
/// `stats` several, with commas between).
public final class DockerJavaClient {
    private static final int INSPECTS = 100;

    private DockerJavaClient() {}

    public static void main(String[] args) throws Exception {
        DockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(args[2])
                .build();
        DockerHttpClient http = transport(args[0], config);
        try (DockerClient client = DockerClientImpl.getInstance(config, http)) {
            ClientLoop.serve(work(client, args[1], args[3]));
        }
        System.exit(0);
    }

    private static DockerHttpClient transport(String name, DockerClientConfig config) {
        return switch (name) {
            case "okhttp" ->
                new OkDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .sslConfig(config.getSSLConfig())
                        .build();
            case "httpclient5" ->
                new ApacheDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .sslConfig(config.getSSLConfig())
                        .build();
            default -> throw new IllegalArgumentException("No transport is called " + name);
        };
    }

    private static ClientLoop.Work work(DockerClient client, String name, String container) {
        return switch (name) {
            case "list" ->
                () -> client.listContainersCmd().withShowAll(true).exec().size();
            case "inspect" -> () -> inspect(client, container);
            case "logs" -> () -> logs(client, container);
            case "stats" -> () -> stats(client, container);
            default -> throw new IllegalArgumentException("No work is called " + name);
        };
    }

    private static long inspect(DockerClient client, String container) {
        long ids = 0;
        for (int i = 0; i < INSPECTS; i++) {
            ids += client.inspectContainerCmd(container).exec().getId().length();
        }
        return ids;
    }

    private static long logs(DockerClient client, String container) throws InterruptedException {
        AtomicLong bytes = new AtomicLong();
        client.logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .withTailAll()
                .exec(new ResultCallback.Adapter<Frame>() {
                    @Override
                    public void onNext(Frame frame) {
                        bytes.addAndGet(frame.getPayload().length);
                    }
                })
                .awaitCompletion();
        return bytes.get();
    }

    /// All containers at once, as docker-java does it: each on a thread of its own.
    private static long stats(DockerClient client, String containers) throws Exception {
        List<Samples> all = new ArrayList<>();
        for (String container : containers.split(",")) {
            all.add(client.statsCmd(container).exec(new Samples()));
        }
        long samples = 0;
        for (Samples one : all) {
            samples += one.await();
        }
        return samples;
    }

    private static final class Samples extends ResultCallback.Adapter<Statistics> {
        private final CountDownLatch left = new CountDownLatch(ClientLoop.SAMPLES);

        @Override
        public void onNext(Statistics sample) {
            left.countDown();
        }

        long await() throws InterruptedException, IOException {
            left.await();
            close();
            return ClientLoop.SAMPLES;
        }
    }
}
