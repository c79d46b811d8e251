using System.Text;

namespace OpenJd.Cli.Completion;

/// <summary>Completion for fish.</summary>
internal static class FishCompletion
{
    /// <summary>The script that completes the commands of a tree.</summary>
    public static string Script(CommandNode root)
    {
        var name = root.Name;
        var text = new StringBuilder();
        text.Append($"# Completion of {name} for fish:\n");
        text.Append($"#   {name} completion fish > ~/.config/fish/completions/{name}.fish\n");
        text.Append($"complete -c {name} -f\n");
        foreach (var node in root.All)
        {
            foreach (var child in node.Children)
                Add(text, name, Under(node), $"-a {child.Name}", child.Command.Description);
            foreach (var value in node.ArgumentValues)
                Add(text, name, Inside(node), $"-a {value}", null);
            if (node.TakesFile)
                Add(text, name, Inside(node), "-F", null);
            foreach (var option in node.Options)
                Add(text, name, Inside(node), Option(option), option.Description);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string condition, string what, string? description)
    {
        text.Append($"complete -c {name} -n {ShellText.QuoteFish(condition)} {what}");
        if (description is not null)
            text.Append($" -d {ShellText.QuoteFish(description)}");
        text.Append('\n');
    }

    private static string Option(OptionNode option)
    {
        var names = string.Join(' ', option.Names.Select(name => name.StartsWith("--", StringComparison.Ordinal)
            ? $"-l {name[2..]}"
            : $"-s {name[1..]}"));
        if (option.Values.Count > 0)
            return $"{names} -x -a {ShellText.QuoteFish(string.Join(' ', option.Values))}";
        if (option.TakesFile)
            return $"{names} -r -F";
        return option.TakesValue ? $"{names} -x" : names;
    }

    // Where a command under this one may be named next.
    private static string Under(CommandNode node)
    {
        var names = string.Join(' ', node.Children.Select(one => one.Name));
        return node.Path.Contains(' ', StringComparison.Ordinal)
            ? $"{Inside(node)}; and not __fish_seen_subcommand_from {names}"
            : "__fish_use_subcommand";
    }

    private static string Inside(CommandNode node)
    {
        var names = node.Path.Split(' ')[1..];
        return names.Length == 0
            ? "__fish_use_subcommand"
            : string.Join("; and ", names.Select(name => $"__fish_seen_subcommand_from {name}"));
    }
}
