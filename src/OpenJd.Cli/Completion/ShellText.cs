namespace OpenJd.Cli.Completion;

/// <summary>Text as shells read it.</summary>
internal static class ShellText
{
    /// <summary>A word for bash, zsh and their like, whatever is in it.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A word for fish, whatever is in it.</summary>
    public static string QuoteFish(string text) =>
        $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    /// <summary>A word for PowerShell, whatever is in it.</summary>
    public static string QuotePowerShell(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
