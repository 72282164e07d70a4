package io.headstream.ingest.jinja;

import io.headstream.ingest.jinja.Token.Kind;
import io.headstream.ingest.jinja.value.JinjaException;
import io.headstream.ingest.jinja.value.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template's tokens, as jinja2's lexer reads them with {@code trim_blocks} and {@code lstrip_blocks}: the line break after a block's end goes, and so does what stands
 * before a block on its line if it is white space; {@code -} takes all white space on its side, {@code +} leaves it. One line break at the end is dropped.
 */
final class Lexer {
    private static final Pattern RAW = Pattern.compile("\\s*raw\\s*(-%\\}\\s*|%\\})");
    private static final Pattern END_RAW = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(\\+%\\}|-%\\}\\s*|%\\}\\n?)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(_\\d+)*(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
    private static final Pattern OPERATOR = Pattern.compile("//|\\*\\*|==|!=|>=|<=|[-+*/%~\\[\\](){}<>.:|,=]");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int counted;
    private int line = 1;
    private boolean isAtLineStart = true;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> read(String template) {
        String source = template.replace("\r\n", "\n").replace('\r', '\n');
        return new Lexer(source.endsWith("\n") ? source.substring(0, source.length() - 1) : source).read();
    }

    private List<Token> read() {
        while (at < source.length()) {
            int begin = begin();
            if (begin < 0) {
                data(source.substring(at));
                at = source.length();
            } else {
                tag(begin);
            }
        }
        add(Kind.END, "the end");
        return tokens;
    }

    private int begin() {
        for (int i = source.indexOf('{', at); i >= 0 && i + 1 < source.length(); i = source.indexOf('{', i + 1)) {
            if ("{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void tag(int begin) {
        char kind = source.charAt(begin + 1);
        char sign = begin + 2 < source.length() ? source.charAt(begin + 2) : ' ';
        data(before(source.substring(at, begin), kind != '{', sign));
        at = begin + (sign == '-' || sign == '+' ? 3 : 2);
        if (kind == '#') {
            comment();
        } else if (kind == '{') {
            add(Kind.VALUE_BEGIN, "{{");
            inside("}}", Kind.VALUE_END);
        } else if (!raw()) {
            add(Kind.BLOCK_BEGIN, "{%");
            inside("%}", Kind.BLOCK_END);
        }
    }

    private String before(String text, boolean isBlock, char sign) {
        if (sign == '-') {
            return Texts.stripEnd(text, null);
        }
        int line = text.lastIndexOf('\n') + 1;
        boolean isIndent = sign != '+' && isBlock && (line > 0 || isAtLineStart);
        return isIndent && Texts.stripStart(text.substring(line), null).isEmpty() ? text.substring(0, line) : text;
    }

    private void comment() {
        int end = source.indexOf("#}", at);
        if (end < 0) {
            throw wrong("a comment is not closed");
        }
        close(end + 2, source.charAt(end - 1), true);
    }

    private boolean raw() {
        Matcher raw = RAW.matcher(source).region(at, source.length());
        if (!raw.lookingAt()) {
            return false;
        }
        Matcher end = END_RAW.matcher(source);
        if (!end.find(raw.end())) {
            throw wrong("a raw block is not closed");
        }
        isAtLineStart = source.charAt(raw.end() - 1) == '\n';
        String sign = end.group(1);
        data(before(source.substring(raw.end(), end.start()), true, sign.isEmpty() ? ' ' : sign.charAt(0)));
        at = end.end();
        isAtLineStart = source.charAt(at - 1) == '\n';
        return true;
    }

    /** What follows a tag's end. */
    private void close(int end, char sign, boolean isBlock) {
        at = end;
        if (sign == '-') {
            while (at < source.length() && Texts.isSpace(source.charAt(at))) {
                at++;
            }
        } else if (isBlock && sign != '+' && at < source.length() && source.charAt(at) == '\n') {
            at++;
        }
        isAtLineStart = source.charAt(at - 1) == '\n';
    }

    private void inside(String end, Kind kind) {
        Deque<Character> open = new ArrayDeque<>();
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Texts.isSpace(c)) {
                at++;
            } else if (open.isEmpty() && source.startsWith(end, at)) {
                add(kind, end);
                close(at + 2, ' ', kind == Kind.BLOCK_END);
                return;
            } else if (open.isEmpty() && (c == '-' || c == '+') && source.startsWith(end, at + 1)) {
                add(kind, end);
                close(at + 3, c, kind == Kind.BLOCK_END);
                return;
            } else if (c == '\'' || c == '"') {
                string(c);
            } else {
                word(open);
            }
        }
        throw wrong("a tag is not closed");
    }

    private void word(Deque<Character> open) {
        char c = source.charAt(at);
        if ("([{".indexOf(c) >= 0) {
            open.push(c);
        } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || "([{".indexOf(open.pop()) != ")]}".indexOf(c))) {
            throw wrong("'" + c + "' closes nothing");
        }
        Matcher number = NUMBER.matcher(source).region(at, source.length());
        Matcher name = NAME.matcher(source).region(at, source.length());
        Matcher operator = OPERATOR.matcher(source).region(at, source.length());
        if (number.lookingAt()) {
            boolean isWhole = number.group(2) == null && number.group(3) == null;
            add(isWhole ? Kind.INTEGER : Kind.FLOAT, number.group().replace("_", ""));
            at = number.end();
        } else if (name.lookingAt()) {
            add(Kind.NAME, name.group());
            at = name.end();
        } else if (operator.lookingAt()) {
            add(Kind.OPERATOR, operator.group());
            at = operator.end();
        } else {
            throw wrong("'" + c + "' is not known here");
        }
    }

    private void string(char quote) {
        StringBuilder text = new StringBuilder();
        for (int i = at + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                add(Kind.STRING, text.toString());
                at = i + 1;
                return;
            }
            if (c == '\\' && i + 1 < source.length()) {
                i = escape(i + 1, text);
            } else {
                text.append(c);
            }
        }
        throw wrong("a text is not closed");
    }

    /** What a backslash before {@code i} means, as Python has it; returns the last character that was read. */
    private int escape(int i, StringBuilder text) {
        char c = source.charAt(i);
        int simple = "ntrbf\\'\"av\n".indexOf(c);
        if (simple >= 0) {
            if (c != '\n') {
                text.append("\n\t\r\b\f\\'\"\u0007\u000b".charAt(simple));
            }
            return i;
        }
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (digits == 0) {
            text.append('\\').append(c);
            return i;
        }
        try {
            text.appendCodePoint(Integer.parseInt(source.substring(i + 1, i + 1 + digits), 16));
            return i + digits;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw wrong("an escape in a text is not whole");
        }
    }

    private void data(String text) {
        if (!text.isEmpty()) {
            add(Kind.DATA, text);
        }
    }

    private void add(Kind kind, String text) {
        while (counted < at) {
            line += source.charAt(counted++) == '\n' ? 1 : 0;
        }
        tokens.add(new Token(kind, text, line));
    }

    private JinjaException wrong(String what) {
        add(Kind.END, "");
        return JinjaException.at(line, what);
    }
}
