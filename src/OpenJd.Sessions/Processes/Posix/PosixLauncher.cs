using System.Runtime.InteropServices;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>Starts processes through posix_spawn on Linux and macOS (there: compiled, not run).</summary>
internal sealed class PosixLauncher(IProcessTable table, SpawnFlags flags, TimeProvider timeProvider) : IProcessLauncher
{
    private readonly ExecutableSearch _search = new();

    /// <inheritdoc/>
    public IChildProcess Launch(ProcessSpec spec)
    {
        RefuseNul(spec);
        var variables = NativeVariables.Of(spec.Variables);
        try
        {
            return Launch(spec, variables);
        }
        catch (ProcessStartException) when (!Directory.Exists(spec.WorkingDirectory))
        {
            throw new ProcessStartException(
                $"'{spec.Command}' cannot be started: its working directory {spec.WorkingDirectory} does not exist");
        }
    }

    /// <inheritdoc/>
    public Task<bool> KillMarkedAsync(ProcessMarker marker, CancellationToken cancellationToken = default) =>
        new ProcessTree(table, timeProvider, rootId: null, marker).KillAsync(cancellationToken);

    private PosixChildProcess Launch(ProcessSpec spec, NativeVariables variables)
    {
        var path = _search.Find(spec);
        // Only the child may hold the writing ends, else its end would never be seen.
        using var output = ChildPipe.Make();
        using var error = ChildPipe.Make();
        try
        {
            return Spawn(spec, path, variables, output, error);
        }
        catch
        {
            output.Reader.Dispose();
            error.Reader.Dispose();
            throw;
        }
    }

    private PosixChildProcess Spawn(
        ProcessSpec spec, string path, NativeVariables own, ChildPipe output, ChildPipe error)
    {
        using var call = new SpawnCall(flags);
        call.Prepare(spec.WorkingDirectory, output.Writer, error.Writer);
        using var arguments = NativeStrings.Of([spec.Command, .. spec.Args]);
        using var variables = NativeStrings.Of(own, spec.Marker.Variables);
        var number = ChildReaper.Shared.Start(
            (out int pid) => call.Spawn(path, arguments, variables, out pid), out var id, out var exited);
        GC.KeepAlive(own);
        if (number != 0)
            throw new ProcessStartException($"'{spec.Command}' cannot be started: {Explain(number, path)}");
        var tree = new ProcessTree(table, timeProvider, id, spec.Marker);
        return new PosixChildProcess(id, output.Reader, error.Reader, exited, tree);
    }

    private static string Explain(int error, string path) => error switch
    {
        LibC.Enoexec =>
            $"{path} is no program that this system can run (a script needs a first line such as #!/bin/sh)",
        LibC.Enoent => $"the interpreter or loader that {path} names does not exist",
        LibC.E2Big => "the arguments and environment variables together are longer than the system takes",
        _ => $"{path}: {Marshal.GetPInvokeErrorMessage(error)}",
    };

    private static void RefuseNul(ProcessSpec spec)
    {
        if (spec.Command.Contains('\0') || spec.Args.Any(arg => arg.Contains('\0')))
        {
            throw new ProcessStartException(
                "the command or an argument holds a NUL character, which no program can be given");
        }
    }
}
