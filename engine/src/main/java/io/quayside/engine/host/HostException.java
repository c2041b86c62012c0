package io.quayside.engine.host;

/// A start or stop that failed, with the [HostProblem] that says why.
public final class HostException extends Exception {
    private final transient HostProblem problem;

    public HostException(HostProblem problem) {
        super(problem.what() + " " + problem.why());
        this.problem = problem;
    }

    public HostException(HostProblem problem, Throwable cause) {
        super(problem.what() + " " + problem.why(), cause);
        this.problem = problem;
    }

    public HostProblem problem() {
        return problem;
    }
}
