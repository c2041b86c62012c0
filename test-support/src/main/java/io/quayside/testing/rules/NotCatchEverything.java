package io.quayside.testing.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// No `catch (Exception)` nor `catch (RuntimeException)`. `Throwable` isn't looked for, since the compiler itself
/// catches
/// it for every resource that it closes.
final class NotCatchEverything extends ArchCondition<JavaClass> {
    private static final Set<String> TOO_WIDE = Set.of("java.lang.Exception", "java.lang.RuntimeException");

    NotCatchEverything() {
        super("not catch Exception or RuntimeException");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            for (TryCatchBlock block : unit.getTryCatchBlocks()) {
                if (block.getCaughtThrowables().stream().anyMatch(caught -> TOO_WIDE.contains(caught.getName()))) {
                    events.add(SimpleConditionEvent.violated(unit, "catches everything: " + block));
                }
            }
        }
    }
}
