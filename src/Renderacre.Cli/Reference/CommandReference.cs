using System.Text;
using OpenJd.Cli.Completion;
using Renderacre.Cli.Commands;

namespace Renderacre.Cli.Reference;

/// <summary>The command tree as a Markdown document.</summary>
internal static class CommandReference
{
    private const int ColumnsMax = 118;

    private const string Head = """
        # Command line

        Written by `renderacre reference` from the commands themselves; a test compares the two. Every command also says
        all this with `--help`.

        An `ID` is that of a job or a task, or its start where no other has the same. Commands that ask a controller
        take these farm options:

        - `--controller URL`: Address of the controller. Environment: `RENDERACRE_CONTROLLER`, else `RFARM_CONTROLLER`;
          default: `http://127.0.0.1:7878`
        - `--output table|json`, `-o`: tables for people, or JSON for programs. Environment: `RENDERACRE_OUTPUT`
        - `--profile NAME`: Profile of the settings file. Environment: `RENDERACRE_PROFILE`

        A flag beats the environment, that the profile, that the rest of the settings file, that the default;
        `renderacre config show` says what holds and why.

        | exit code | meaning |
        | --- | --- |
        | 0 | done; of a job that was waited for: it succeeded |
        | 1 | the job failed, or the controller refused |
        | 2 | a wrong command, option, value or file |
        | 3 | no controller answers at the address |
        | 4 | the job that was waited for was cancelled |
        | 130 | ended by Ctrl-C or SIGTERM before it was done |

        The settings file is `~/.config/renderacre/config.yaml` (below `$XDG_CONFIG_HOME` where that is set; on macOS
        `~/Library/Application Support/renderacre/config.yaml`, on Windows `%APPDATA%\renderacre\config.yaml`), or what
        `RENDERACRE_CONFIG` names:

        ```yaml
        controller: http://127.0.0.1:7878
        output: table
        profile: studio              # the profile to use where neither --profile nor RENDERACRE_PROFILE names one
        profiles:
          studio:
            controller: http://farm.example:7878
            owner: ada
            project: comet
            queue: nightly
        ```

        """;

    /// <summary>The document.</summary>
    /// <param name="root">The tree.</param>
    public static string Markdown(CommandNode root)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var node in root.All.Skip(1))
            Add(text, node);
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Add(StringBuilder text, CommandNode node)
    {
        text.Append($"\n## {node.Path}\n\n{Wrap(node.Command.Description ?? "", "")}\n\n    {Usage(node)}\n");
        var rows = node.Command.Arguments.Where(one => !one.Hidden)
            .Select(one => (one.Name, Description: one.Description ?? ""))
            .Concat(OwnOptions(node).Select(one => (Name: Names(one), Description: Description(one)))).ToList();
        if (rows.Count > 0)
            text.Append('\n');
        foreach (var (name, description) in rows)
            text.Append($"{Wrap($"- `{name}`: {description}", "  ")}\n");
        if (node.Command is not CommandWithExample { Example: { Count: > 0 } examples })
            return;
        text.Append(examples.Count == 1 ? "\nExample:\n\n" : "\nExamples:\n\n");
        foreach (var example in examples)
            text.Append($"    {example}\n");
    }

    private static string Usage(CommandNode node)
    {
        var parts = new List<string> { node.Path };
        if (node.Children.Any())
            parts.Add(node.Command.Action is null ? "COMMAND" : "[COMMAND]");
        parts.AddRange(node.Command.Arguments.Where(one => !one.Hidden).Select(one =>
            (one.Arity.MinimumNumberOfValues == 0 ? $"[{one.Name}]" : one.Name)
            + (one.Arity.MaximumNumberOfValues > 1 ? "…" : "")));
        if (OwnOptions(node).Any())
            parts.Add("[options]");
        if (AsksFarm(node))
            parts.Add("[farm options]");
        return string.Join(' ', parts);
    }

    // What every command has that asks a controller is told once, at the top.
    private static IEnumerable<OptionNode> OwnOptions(CommandNode node) => AsksFarm(node)
        ? node.Options.Where(option => !FarmOptions.Names.Contains(option.Names[0]))
        : node.Options;

    private static bool AsksFarm(CommandNode node) =>
        FarmOptions.Names.All(name => node.Options.Any(option => option.Names[0] == name));

    private static string Names(OptionNode option) =>
        string.Join(", ", option.Names) + (option.TakesValue ? $" {option.ValueName}" : "");

    private static string Description(OptionNode option) =>
        option.Option.Required ? $"{option.Description} (required)" : option.Description;

    // Signs that Markdown would take for its own are few in descriptions: only the angle bracket is one.
    private static string Wrap(string text, string indent)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Replace("<", "&lt;", StringComparison.Ordinal).Split([' ', '\n']))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > ColumnsMax)
            {
                lines.Add(line.ToString());
                line.Clear().Append(indent);
            }
            else if (line.Length > 0)
            {
                line.Append(' ');
            }

            line.Append(word);
        }

        return string.Join('\n', lines.Append(line.ToString()));
    }
}
