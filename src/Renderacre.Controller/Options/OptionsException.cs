namespace Renderacre.Controller.Options;

/// <summary>The controller cannot start with what it was given.</summary>
/// <param name="exitCode">2 for a wrong flag or value of one, else 1.</param>
/// <param name="message">What is wrong and what would be right.</param>
internal sealed class OptionsException(int exitCode, string message) : Exception(message)
{
    /// <summary>For the config file and everything found out at start.</summary>
    public const int StartFailure = 1;

    /// <summary>For flags and environment variables.</summary>
    public const int WrongUsage = 2;

    /// <summary>The process's exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
