using OpenJd.Sessions.Processes.Linux;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>A child that leads its own POSIX session.</summary>
internal sealed class PosixChildProcess : IChildProcess
{
    // A pipe holds a mebibyte at most unless the system was told otherwise, and a read takes 64 KiB.
    private const int ReadsOfFullPipe = 17;

    private readonly ProcessTree _tree;
    private readonly ProcessUsage _adoptedBefore = ChildReaper.Shared.Adopted;

    public PosixChildProcess(int id, Stream output, Stream error, Task<ProcessExit> exited, ProcessTree tree)
    {
        Id = id;
        StandardOutput = output;
        StandardError = error;
        Exited = exited;
        _tree = tree;
        LiveTrees.Add(tree);
    }

    /// <inheritdoc/>
    public int Id { get; }

    /// <inheritdoc/>
    public Stream StandardOutput { get; }

    /// <inheritdoc/>
    public Stream StandardError { get; }

    /// <inheritdoc/>
    public Task<ProcessExit> Exited { get; }

    /// <inheritdoc/>
    public ProcessUsage? Usage => Exited.IsCompletedSuccessfully && Exited.GetAwaiter().GetResult().Usage is { } own
        ? own.Plus(AdoptedSince())
        : null;

    /// <inheritdoc/>
    public void CompleteReads()
    {
        CompleteReads(StandardOutput);
        CompleteReads(StandardError);
    }

    /// <inheritdoc/>
    public long MemoryInUse() => _tree.MemoryInUse();

    /// <inheritdoc/>
    public void Notify()
    {
        // The group's number cannot be another's while the child, or any member, is alive or unreaped.
        if (!Exited.IsCompleted)
            _ = LibC.Kill(-Id, LibC.Sigterm);
    }

    /// <inheritdoc/>
    public bool HasSurvivors() => _tree.HasSurvivors();

    /// <inheritdoc/>
    public Task<bool> KillTreeAsync(CancellationToken cancellationToken = default) =>
        _tree.KillAsync(cancellationToken);

    // What is left of an ended tree fits a pipe; more than that is somebody else's, who is not waited for here.
    private static void CompleteReads(Stream pipe)
    {
        for (var read = 0; read < ReadsOfFullPipe && pipe is PolledPipe polled && polled.TryComplete(); read++)
        {
        }
    }

    // Orphans are of this tree where it is the only one; else their peak may be another's, and is left out.
    private ProcessUsage AdoptedSince()
    {
        var now = ChildReaper.Shared.Adopted;
        return new ProcessUsage(
            now.CpuTime - _adoptedBefore.CpuTime, 0, now.ReadBytes - _adoptedBefore.ReadBytes,
            now.WrittenBytes - _adoptedBefore.WrittenBytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        LiveTrees.Remove(_tree);
        StandardOutput.Dispose();
        StandardError.Dispose();
    }
}
