package io.tollgate.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The SQL of a module: text constants of its classes that begin as a statement does, and the scripts of its migrations. */
final class Statements {
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(SELECT|INSERT INTO|UPDATE|DELETE|MERGE|WITH)\\s+\\S+\\s+\\S+.*", Pattern.DOTALL);

    private Statements() {}

    static Map<String, List<String>> ofClasses(String module) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Resource type : resources("classpath*:" + module.replace('.', '/') + "/**/*.class")) {
            List<String> constants = constants(bytes(type));
            if (!constants.isEmpty()) {
                found.put(String.valueOf(type.getFilename()), constants);
            }
        }
        return found;
    }

    static Map<String, List<String>> ofScripts(String folder) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Resource script : resources("classpath*:" + folder + "/*.sql")) {
            found.put(
                    folder + '/' + script.getFilename(),
                    TSql.split(bytes(script)).toList());
        }
        if (found.isEmpty()) {
            throw new AssertionError("No script lies in " + folder + ": is the name misspelt?");
        }
        return found;
    }

    /** A constant put together of others at compile time is whole here; its parts do not begin as a statement does. */
    private static List<String> constants(byte[] type) {
        List<String> found = new ArrayList<>();
        new ClassReader(type).accept(new Constants(found), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    private static List<Resource> resources(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Constants extends ClassVisitor {
        private final List<String> found;

        Constants(List<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            keep(value);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    keep(value);
                }
            };
        }

        private void keep(Object constant) {
            if (constant instanceof String text && STATEMENT.matcher(text).matches() && !found.contains(text)) {
                found.add(text);
            }
        }
    }
}
