using System.Text;

namespace OpenJd.Cli.Completion;

/// <summary>Completion for bash, from 3.2 on.</summary>
internal static class BashCompletion
{
    /// <summary>The script that completes the commands of a tree.</summary>
    public static string Script(CommandNode root)
    {
        var all = root.All.ToList();
        var name = root.Name;
        return $$"""
            # Completion of {{name}} for bash. In ~/.bashrc: eval "$({{name}} completion bash)"
            _{{name}}() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} at={{name}} word words=
                [ "$current" != "=" ] || current=
                [ "$previous" != "=" ] || previous=${COMP_WORDS[COMP_CWORD-2]}
                for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    case "$at $word" in
                        {{Patterns(all.Skip(1).Select(node => node.Path))}}) at="$at $word" ;;
                    esac
                done
                COMPREPLY=()
                case "$at $previous" in
            {{OptionCases(all)}}
                esac
                case "$at" in
            {{CommandCases(all)}}
                esac
                COMPREPLY=($(compgen -W "$words" -- "$current"))
            }
            _{{name}}_files() {
                local IFS=$'\n'
                compopt -o filenames 2>/dev/null # bash 3.2 has none
                COMPREPLY=($(compgen -f -- "$current"))
            }
            complete -F _{{name}} {{name}}

            """;
    }

    private static string OptionCases(List<CommandNode> all)
    {
        var text = new StringBuilder();
        foreach (var group in all.SelectMany(node => node.ValueOptions).GroupBy(one => Answer(one.Option, all[0].Name)))
            text.Append($"        {Patterns(group.Select(one => one.Words))}) {group.Key} ;;\n");
        return text.ToString().TrimEnd();
    }

    private static string Answer(OptionNode option, string program)
    {
        if (option.Values.Count > 0)
            return $"COMPREPLY=($(compgen -W \"{string.Join(' ', option.Values)}\" -- \"$current\")); return";
        return option.TakesFile ? $"_{program}_files; return" : "return";
    }

    private static string CommandCases(List<CommandNode> all)
    {
        var text = new StringBuilder();
        foreach (var node in all)
        {
            var files = node.TakesFile
                ? $" [ \"${{current#-}}\" != \"$current\" ] || {{ _{all[0].Name}_files; return; }};"
                : "";
            text.Append($"        \"{node.Path}\"){files} words=\"{string.Join(' ', Words(node))}\" ;;\n");
        }

        return text.ToString().TrimEnd();
    }

    private static IEnumerable<string> Words(CommandNode node) =>
        [.. node.Children.Select(child => child.Name), .. node.ArgumentValues,
            .. node.Options.Select(option => option.Names[0]), "--help"];

    private static string Patterns(IEnumerable<string> words) => string.Join('|', words.Select(word => $"\"{word}\""));
}
