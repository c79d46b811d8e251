using System.Text;

namespace OpenJd.Cli.Completion;

/// <summary>Completion for zsh.</summary>
internal static class ZshCompletion
{
    /// <summary>The script that completes the commands of a tree.</summary>
    public static string Script(CommandNode root)
    {
        var all = root.All.ToList();
        var name = root.Name;
        return $$"""
            #compdef {{name}}
            # Completion of {{name}} for zsh. In ~/.zshrc, after compinit: source <({{name}} completion zsh)
            _{{name}}() {
                local at={{name}} word
                local -a items
                for word in "${(@)words[2,CURRENT-1]}"; do
                    case "$at $word" in
                        {{Patterns(all.Skip(1).Select(node => node.Path))}}) at="$at $word" ;;
                    esac
                done
                case "$at ${words[CURRENT-1]}" in
            {{OptionCases(all)}}
                esac
                case "$at" in
            {{CommandCases(all)}}
                esac
                _describe '{{name}}' items
            }
            compdef _{{name}} {{name}}

            """;
    }

    private static string OptionCases(List<CommandNode> all)
    {
        var text = new StringBuilder();
        foreach (var group in all.SelectMany(node => node.ValueOptions).GroupBy(one => Answer(one.Option)))
            text.Append($"        {Patterns(group.Select(one => one.Words))}) {group.Key} ;;\n");
        return text.ToString().TrimEnd();
    }

    private static string Answer(OptionNode option)
    {
        if (option.Values.Count > 0)
            return $"compadd -- {string.Join(' ', option.Values)}; return";
        return option.TakesFile ? "_files; return" : "return";
    }

    private static string CommandCases(List<CommandNode> all)
    {
        var text = new StringBuilder();
        foreach (var node in all)
        {
            var files = node.TakesFile ? " [[ ${words[CURRENT]} == -* ]] || { _files; return };" : "";
            text.Append($"        \"{node.Path}\"){files} items=({string.Join(' ', Items(node))}) ;;\n");
        }

        return text.ToString().TrimEnd();
    }

    private static IEnumerable<string> Items(CommandNode node) =>
    [
        .. node.Children.Select(child => Item(child.Name, child.Command.Description)),
        .. node.ArgumentValues.Select(value => Item(value, null)),
        .. node.Options.Select(option => Item(option.Names[0], option.Description)),
        Item("--help", "Show help"),
    ];

    // A colon parts the word from what is said of it.
    private static string Item(string word, string? description) =>
        ShellText.Quote(description is null ? word : $"{word}:{description}");

    private static string Patterns(IEnumerable<string> words) => string.Join('|', words.Select(word => $"\"{word}\""));
}
