namespace Renderacre.Worker;

/// <summary>The worker cannot start, or go on.</summary>
/// <param name="exitCode">The process's exit code: 1, or 2 for wrong usage.</param>
/// <param name="message">What is wrong and what would be right.</param>
internal sealed class WorkerException(int exitCode, string message) : Exception(message)
{
    /// <summary>The process's exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
