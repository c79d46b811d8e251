namespace OpenJd.Cli;

/// <summary>What ends a command with one line on standard error.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">What is wrong, naming the option, the field or the id, and what would be right.</param>
/// <param name="inner">What it comes from, or null.</param>
public sealed class CliException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>A wrong command, option, value or file.</summary>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="inner">What it comes from, or null.</param>
    public static CliException Usage(string message, Exception? inner = null) =>
        new(Cli.ExitCode.Usage, message, inner);
}
