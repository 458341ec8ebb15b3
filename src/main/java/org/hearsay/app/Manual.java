package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What is written of the commands and settings for people and shells, made from the commands and settings themselves: a
 * man page, completions for bash and zsh, and the list of settings in the guide for operators.
 *
 * <pre>{@code
 * java -cp … org.hearsay.app.Manual target/manual
 * }</pre>
 */
public final class Manual {
    private static final String COMMAND = "hearsay";

    private Manual() {}

    /** Writes all of it into a folder: {@code hearsay.1}, {@code hearsay.bash} and {@code _hearsay}. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Files.writeString(folder.resolve("hearsay.1"), manPage(args.length > 1 ? args[1] : ""));
        Files.writeString(folder.resolve("hearsay.bash"), bash());
        Files.writeString(folder.resolve("_hearsay"), zsh());
    }

    /** As {@code man} shows it, in roff. */
    static String manPage(String version) {
        StringBuilder out = new StringBuilder();
        out.append(".TH HEARSAY 1 \"\" \"hearsay ").append(version).append("\" \"User Commands\"\n");
        out.append(".SH NAME\nhearsay \\- ")
                .append(roff(String.join(
                        " ", Main.commandLine().getCommandSpec().usageMessage().description())))
                .append('\n');
        out.append(".SH SYNOPSIS\n.B hearsay\n.I COMMAND\n[\\fIOPTIONS\\fR]\n");
        out.append(".SH COMMANDS\n");
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            command(out, command.getCommandSpec());
        }
        out.append(".SH OPTIONS OF EVERY COMMAND\n");
        CommandSpec any = CommandSpec.create().addMixin("all", CommandSpec.forAnnotatedObject(new Options()));
        any.options().stream().filter(Manual::isShared).forEach(option -> option(out, option));
        out.append(
                        ".SH SETTINGS\nFrom a flag (\\-\\-set NAME=VALUE), else the environment, else hearsay.properties in the")
                .append(" data folder.\n");
        for (Setting setting : Setting.values()) {
            out.append(".TP\n.B ").append(roff(setting.key())).append('\n');
            out.append(roff(setting.purpose()));
            out.append(setting.byDefault().isEmpty() ? "" : " (default: " + roff(setting.byDefault()) + ")");
            out.append('\n');
        }
        out.append(".SH EXIT STATUS\n")
                .append("0 ok, 1 failed, 2 wrong usage, 3 done in part, 4 nothing matched, 5 bad configuration,")
                .append(" 75 try again later.\n");
        out.append(".SH ENVIRONMENT\nHEARSAY_DATA, HEARSAY_FEEDS, and each setting upper\\-cased with _ for . and \\-;")
                .append(" HEARSAY_JAVA for the JDK, HEARSAY_OPTS for options of Java; NO_COLOR.\n");
        return out.toString();
    }

    private static void command(StringBuilder out, CommandSpec spec) {
        if (spec.subcommands().isEmpty()) {
            out.append(".SS ").append(roff(spec.qualifiedName(" ")));
            for (PositionalParamSpec word : spec.positionalParameters()) {
                out.append(' ').append(roff(word.paramLabel()));
            }
            out.append('\n');
        } else {
            out.append(".SS ").append(roff(spec.qualifiedName(" "))).append(" ...\n");
        }
        out.append(roff(String.join(" ", spec.usageMessage().description()))).append('\n');
        spec.options().stream()
                .filter(option -> !isShared(option) && !option.usageHelp() && !option.versionHelp())
                .forEach(option -> option(out, option));
        spec.subcommands().values().forEach(sub -> command(out, sub.getCommandSpec()));
    }

    private static boolean isShared(OptionSpec option) {
        return List.of("--data", "--feeds", "--set", "--no-color", "--verbose").contains(option.longestName());
    }

    private static void option(StringBuilder out, OptionSpec option) {
        out.append(".TP\n.B ").append(roff(String.join(", ", option.names())));
        boolean takesValue = option.arity().max() > 0;
        out.append(takesValue ? " \\fI" + roff(option.paramLabel()) + "\\fR\n" : "\n");
        out.append(roff(words(option))).append('\n');
    }

    @SuppressWarnings("deprecation") // the only way to have defaults filled in
    private static String words(ArgSpec argument) {
        return String.join(" ", argument.renderedDescription());
    }

    /** Text that roff shows as it stands: no request begins a line, and a hyphen can be copied as one. */
    private static String roff(String text) {
        String plain = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replaceAll("\\s+", " ")
                .strip();
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }

    static String bash() {
        return AutoComplete.bash(COMMAND, Main.commandLine());
    }

    /** Picocli's completions for bash work in zsh as well, behind its own emulation of them. */
    static String zsh() {
        return "#compdef " + COMMAND + "\nautoload -U +X compinit bashcompinit && bashcompinit\n" + bash();
    }

    /** Every setting as a table in Markdown, as it stands in the guide for operators. */
    static String settings() {
        List<String> lines = new ArrayList<>();
        lines.add("| setting | in the environment | default | |");
        lines.add("|---|---|---|---|");
        for (Setting setting : Setting.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | `%s` | %s | %s |",
                    setting.key(),
                    setting.variable(),
                    setting.byDefault().isEmpty() ? "none" : "`" + setting.byDefault() + "`",
                    setting.purpose()));
        }
        return String.join("\n", lines) + "\n";
    }
}
