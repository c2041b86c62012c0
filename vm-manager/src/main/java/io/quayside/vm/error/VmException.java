package io.quayside.vm.error;

import org.jspecify.annotations.Nullable;

/// A failure of something done with a machine; the [VmProblem] says which and why.
public final class VmException extends Exception {
    private final transient VmProblem problem;

    public VmException(VmProblem problem) {
        this(problem, null);
    }

    public VmException(VmProblem problem, @Nullable Throwable cause) {
        super(problem.words().what() + " " + problem.words().why(), cause);
        this.problem = problem;
    }

    public VmProblem problem() {
        return problem;
    }
}
