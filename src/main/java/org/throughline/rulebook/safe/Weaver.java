package org.throughline.rulebook.safe;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts {@link Watch#tick} at the start of every condition, and {@link Watch#multiply} in place of an unbounded product. */
final class Weaver extends ClassVisitor {

    private static final Set<String> CONDITIONS = Set.of("test", "apply");
    private static final String WATCH = Type.getInternalName(Watch.class);
    private static final String DECIMAL = "java/math/BigDecimal";

    private final String rules;

    Weaver(ClassVisitor next, String rules) {
        super(Opcodes.ASM9, next);
        this.rules = rules;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
        boolean condition = CONDITIONS.contains(name) && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) == 0;
        return new Woven(next, condition);
    }

    private final class Woven extends MethodVisitor {

        private final boolean condition;

        Woven(MethodVisitor next, boolean condition) {
            super(Opcodes.ASM9, next);
            this.condition = condition;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (condition) {
                visitLdcInsn(rules);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, WATCH, "tick", "(Ljava/lang/String;)V", false);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            if (owner.equals(DECIMAL) && name.equals("multiply")) {
                String with = "(L" + DECIMAL + ";L" + DECIMAL + ";)L" + DECIMAL + ";";
                super.visitMethodInsn(Opcodes.INVOKESTATIC, WATCH, "multiply", with, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, type, isInterface);
            }
        }
    }
}
