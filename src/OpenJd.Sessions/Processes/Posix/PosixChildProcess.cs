namespace OpenJd.Sessions.Processes.Posix;

/// <summary>A child that leads its own POSIX session.</summary>
internal sealed class PosixChildProcess : IChildProcess
{
    private readonly ProcessTree _tree;

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

    /// <inheritdoc/>
    public void Dispose()
    {
        LiveTrees.Remove(_tree);
        StandardOutput.Dispose();
        StandardError.Dispose();
    }
}
