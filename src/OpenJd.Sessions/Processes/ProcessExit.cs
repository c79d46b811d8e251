using System.Globalization;

namespace OpenJd.Sessions.Processes;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">
/// The exit code; on POSIX the negated number of the signal (-9 for SIGKILL) where a signal ended the process, so that
/// it differs from every code that a program can return itself.
/// </param>
public readonly record struct ProcessExit(int ExitCode)
{
    /// <summary>What it used, those included that it waited for; null where the system does not tell.</summary>
    public ProcessUsage? Usage { get; init; }

    /// <summary>The POSIX signal that ended the process, or null where the process returned.</summary>
    public int? Signal => !OperatingSystem.IsWindows() && ExitCode < 0 ? -ExitCode : null;

    /// <inheritdoc/>
    public override string ToString() => Signal is { } signal
        ? string.Create(CultureInfo.InvariantCulture, $"ended by signal {signal}")
        : string.Create(CultureInfo.InvariantCulture, $"exited with code {ExitCode}");
}
