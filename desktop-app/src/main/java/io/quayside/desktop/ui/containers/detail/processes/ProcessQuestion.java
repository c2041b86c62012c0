package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.engine.Engine;
import io.quayside.engine.error.BadRequestException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.ServerErrorException;
import java.util.List;

/// Asks an engine for the processes of a container, with the best arguments for `ps` that it takes.
///
/// Threads: any. What an engine refused once is not asked of it again.
final class ProcessQuestion {
    /// With memory and all arguments; in the words of a small `ps`, as machines made for containers have it; and what
    /// every one understands.
    private static final List<String> OF_DOCKER =
            List.of("-eo pid,ppid,user:32,%cpu,rss,time,args", "-o pid,ppid,user,rss,time,args", "-ef", "");

    /// Podman has a list of its own, which knows the numbers inside too. Handed over to `ps` it would be that of the
    /// container, if it has one.
    private static final List<String> OF_PODMAN =
            List.of("hpid,pid,user,pcpu,rss,time,args", "hpid,pid,user,pcpu,time,args");

    private final Engine engine;
    private final List<String> forms;
    private volatile int form;

    ProcessQuestion(Engine engine, boolean podman) {
        this.engine = engine;
        this.forms = podman ? OF_PODMAN : OF_DOCKER;
    }

    List<ProcessFacts> ask(String id) throws EngineException {
        int at = form;
        while (true) {
            try {
                List<ProcessFacts> all = ProcessFacts.of(engine.containers().top(id, forms.get(at)));
                form = at;
                return all;
            } catch (ServerErrorException | BadRequestException refused) {
                if (at == forms.size() - 1) {
                    throw refused;
                }
                at++;
            }
        }
    }
}
