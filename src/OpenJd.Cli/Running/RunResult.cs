namespace OpenJd.Cli.Running;

/// <summary>What came of a run.</summary>
/// <param name="Succeeded">Whether all went well.</param>
/// <param name="JobName">The job.</param>
/// <param name="StepName">The selected step, or on failure the one reached (it may be empty); null for neither.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="ChunksRun">Tasks that were started.</param>
/// <param name="Preserved">The working directory that was kept, or null.</param>
internal sealed record RunResult(
    bool Succeeded, string JobName, string? StepName, TimeSpan Duration, long ChunksRun, string? Preserved)
{
    /// <summary>The result in words.</summary>
    public string Message
    {
        get
        {
            var message = Succeeded
                ? "Session ended successfully"
                : "Session ended with errors; see Task logs for details";
            return Preserved is null ? message : $"{message}\nWorking directory preserved at: {Preserved}";
        }
    }
}
