package org.throughline.rulebook.safe;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads a compiled class and notes every type, function and field in it that is not on the list. */
final class Inspector extends ClassVisitor {

    private final String self;
    private final Set<String> found;

    Inspector(String self, Set<String> found) {
        super(Opcodes.ASM9);
        this.self = self;
        this.found = found;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        if (!name.equals(self) || !ByteCode.isRule(name)) {
            found.add("it makes a class " + name.replace('/', '.'));
        }
        if (!ByteCode.PARENTS.contains(superName)) {
            found.add("it makes a kind of " + superName);
        }
        for (String each : interfaces == null ? new String[0] : interfaces) {
            if (!ByteCode.isRoleOfRule(each)) {
                found.add("it makes a kind of " + each.replace('/', '.'));
            }
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String type, @Nullable String signature, @Nullable Object value) {
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0 || name.equals("finalize")) {
            found.add("it makes a function " + name + " of a kind that rules do not have");
        }
        return new Code();
    }

    private void use(String owner, String name) {
        if (!ByteCode.isAllowed(owner, name)) {
            found.add("it uses " + owner.replace('/', '.') + "." + name);
        }
    }

    private final class Code extends MethodVisitor {

        private final Set<Label> passed = new HashSet<>();

        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            use(owner, name);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            use(owner, name);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                found.add("it waits for others");
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                found.add("it has a loop");
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof ConstantDynamic) {
                found.add("it makes a value when it is loaded");
            } else if (value instanceof Type type && !ByteCode.isNameable(type)) {
                found.add("it names " + type.getClassName());
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String type, Handle with, Object... arguments) {
            if (!ByteCode.MAKERS.contains(with.getOwner())) {
                use(with.getOwner(), with.getName());
            }
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    use(handle.getOwner(), handle.getName());
                } else if (argument instanceof ConstantDynamic) {
                    found.add("it makes a value when it is loaded");
                }
            }
        }
    }
}
