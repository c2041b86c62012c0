/// A context of docker's command line for a machine, made and removed only when the user says so.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.context;
