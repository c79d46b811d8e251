using System.Text;

namespace OpenJd.Cli.Completion;

/// <summary>Completion for PowerShell, from 5.1 on.</summary>
internal static class PowerShellCompletion
{
    /// <summary>The script that completes the commands of a tree.</summary>
    public static string Script(CommandNode root)
    {
        var name = root.Name;
        return $$"""
            # Completion of {{name}} for PowerShell. In $PROFILE:
            #   {{name}} completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName {{name}} -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @{
            {{Words(root)}}
                }
                $values = @{
            {{Values(root)}}
                }
                $at = '{{name}}'
                $previous = ''
                foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
                    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
                    $previous = $element.ToString()
                    if ($words.ContainsKey("$at $previous")) { $at = "$at $previous" }
                }
                $found = if ($values.ContainsKey("$at $previous")) { $values["$at $previous"] } else { $words[$at] }
                $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }

            """;
    }

    private static string Words(CommandNode root)
    {
        var text = new StringBuilder();
        foreach (var node in root.All)
        {
            text.Append(Entry(node.Path,
            [
                .. node.Children.Select(child => child.Name), .. node.ArgumentValues,
                .. node.Options.Select(option => option.Names[0]), "--help",
            ]));
        }

        return text.ToString().TrimEnd();
    }

    private static string Values(CommandNode root)
    {
        var text = new StringBuilder();
        foreach (var node in root.All)
        {
            foreach (var option in node.Options.Where(option => option.TakesValue && !option.TakesFile))
                text.Append(string.Concat(option.Names.Select(name => Entry($"{node.Path} {name}", option.Values))));
        }

        return text.ToString().TrimEnd();
    }

    private static string Entry(string key, IReadOnlyList<string> words) =>
        $"        {ShellText.QuotePowerShell(key)} = @({string.Join(", ", words.Select(ShellText.QuotePowerShell))})\n";
}
