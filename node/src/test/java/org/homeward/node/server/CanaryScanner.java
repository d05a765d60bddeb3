package org.homeward.node.server;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.protocol.crypto.Bytes;

/** Finds words in bytes, in every form in which a program might have written them. Words have six letters at least. */
final class CanaryScanner {
    /** Long enough that chance writes none, short enough for the shortest form. */
    private static final int KEY = 4;

    private record Form(String word, String encoding, byte[] bytes) {}

    private final Map<Integer, List<Form>> byBeginning = new HashMap<>();

    CanaryScanner(Collection<String> words) {
        for (String word : words) {
            forms(word)
                    .forEach((encoding, forms) -> forms.forEach(bytes -> byBeginning
                            .computeIfAbsent(key(bytes, 0), k -> new ArrayList<>())
                            .add(new Form(word, encoding, bytes))));
        }
    }

    /** The forms of a word, by the name of the encoding. */
    static Map<String, List<byte[]>> forms(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        Map<String, List<byte[]>> forms = new LinkedHashMap<>();
        forms.put("UTF-8", List.of(utf8));
        forms.put("UTF-16LE", List.of(word.getBytes(StandardCharsets.UTF_16LE)));
        forms.put("UTF-16BE", List.of(word.getBytes(StandardCharsets.UTF_16BE)));
        forms.put("windows-1251", List.of(word.getBytes(Charset.forName("windows-1251"))));
        forms.put("base64", base64(utf8));
        forms.put(
                "hex",
                List.of(
                        ascii(HexFormat.of().formatHex(utf8)),
                        ascii(HexFormat.of().withUpperCase().formatHex(utf8))));
        forms.put("percent", List.of(ascii(percent(utf8, "%%%02X")), ascii(percent(utf8, "%%%02x"))));
        forms.put("JSON escapes", List.of(ascii(escapes(word, "\\u%04x")), ascii(escapes(word, "\\u%04X"))));
        forms.put(
                "reversed", List.of(new StringBuilder(word).reverse().toString().getBytes(StandardCharsets.UTF_8)));
        forms.put("SHA-256", List.of(Bytes.sha256(utf8), ascii(Bytes.hex(Bytes.sha256(utf8)))));
        return forms;
    }

    /** The part of base64 that depends on the word alone, at each of the three places that it may begin at. */
    private static List<byte[]> base64(byte[] word) {
        List<byte[]> all = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + word.length];
            System.arraycopy(word, 0, shifted, before, word.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            all.add(ascii(text.substring(from, to)));
        }
        return all;
    }

    private static String percent(byte[] utf8, String form) {
        StringBuilder out = new StringBuilder();
        for (byte b : utf8) {
            boolean plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            out.append(plain ? "" + (char) b : String.format(Locale.ROOT, form, b & 0xff));
        }
        return out.toString();
    }

    private static String escapes(String word, String form) {
        StringBuilder out = new StringBuilder();
        for (char c : word.toCharArray()) {
            out.append(c < 128 ? "" + c : String.format(Locale.ROOT, form, (int) c));
        }
        return out.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int key(byte[] bytes, int at) {
        int key = 0;
        for (int i = 0; i < KEY; i++) {
            key = key << 8 | bytes[at + i] & 0xff;
        }
        return key;
    }

    /** What stands in the bytes: {@code encoding: word}. */
    Set<String> find(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i + KEY <= bytes.length; i++) {
            List<Form> forms = byBeginning.get(key(bytes, i));
            if (forms == null) {
                continue;
            }
            for (Form form : forms) {
                int end = i + form.bytes().length;
                if (end <= bytes.length && Arrays.equals(bytes, i, end, form.bytes(), 0, form.bytes().length)) {
                    found.add(form.encoding() + ": " + form.word());
                }
            }
        }
        return found;
    }
}
