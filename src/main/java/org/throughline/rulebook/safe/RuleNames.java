package org.throughline.rulebook.safe;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The names of the rules that a compiled condition belongs to: Drools writes them into the class, for its own messages. */
final class RuleNames extends ClassVisitor {

    private static final String NAMED = "predicateInformation";

    private final List<String> texts = new ArrayList<>();

    private RuleNames() {
        super(Opcodes.ASM9);
    }

    static String of(ClassReader reader) {
        RuleNames names = new RuleNames();
        reader.accept(names, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        List<String> texts = names.texts;
        List<String> rules = new ArrayList<>();
        for (int i = 1; i < texts.size(); i += 2) { // the condition's text first, then each rule's name with its file
            rules.add(texts.get(i));
        }
        return String.join("\", \"", rules);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
        if (!name.equals(NAMED)) {
            return null;
        }
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitLdcInsn(Object value) {
                texts.add(String.valueOf(value));
            }
        };
    }
}
