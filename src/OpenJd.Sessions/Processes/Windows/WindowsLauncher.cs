using System.Runtime.InteropServices;

namespace OpenJd.Sessions.Processes.Windows;

/// <summary>
/// Starts processes suspended, puts each into a job object and lets it go. Compiled, not run.
/// </summary>
internal sealed unsafe class WindowsLauncher(TimeProvider timeProvider) : IProcessLauncher
{
    private const uint CreationFlags = Kernel32.CreateSuspended | Kernel32.CreateNewProcessGroup
        | Kernel32.CreateUnicodeEnvironment | Kernel32.ExtendedStartupInfoPresent;

    /// <inheritdoc/>
    public IChildProcess Launch(ProcessSpec spec)
    {
        var program = WindowsExecutableSearch.Find(spec, File.Exists);
        var commandLine = CommandLine(spec, program, out var application);
        EnsureConsole();
        using var output = new OutputPipe();
        using var error = new OutputPipe();
        using var input = File.OpenHandle(
            "NUL", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Inheritable);
        var job = new JobObject();
        try
        {
            var handles = stackalloc nint[] { input.DangerousGetHandle(), output.WriterHandle, error.WriterHandle };
            var information = Create(spec, application, commandLine, handles);
            Adopt(job, information, spec.Command);
            return new WindowsChildProcess(information, output.Reader, error.Reader, job, timeProvider);
        }
        catch
        {
            job.Dispose();
            output.Reader.Dispose();
            error.Reader.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<bool> KillMarkedAsync(ProcessMarker marker, CancellationToken cancellationToken = default) =>
        Task.FromResult(true);

    private static string CommandLine(ProcessSpec spec, string program, out string application)
    {
        application = program;
        var isBatch = program.EndsWith(".bat", StringComparison.OrdinalIgnoreCase)
            || program.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);
        if (!isBatch)
            return WindowsCommandLine.Build(program, spec.Args);
        application = Path.Combine(Environment.SystemDirectory, "cmd.exe");
        return WindowsCommandLine.BuildBatch(application, program, spec.Args);
    }

    private static Kernel32.ProcessInformation Create(
        ProcessSpec spec, string application, string commandLine, nint* handles)
    {
        var list = AllocateList();
        try
        {
            if (!Kernel32.UpdateProcThreadAttribute(
                list, 0, Kernel32.AttributeHandleList, handles, (nuint)(3 * sizeof(nint)), null, null))
            {
                throw Failure(spec.Command);
            }

            return Create(spec, application, commandLine, handles, list);
        }
        finally
        {
            Kernel32.DeleteProcThreadAttributeList(list);
            NativeMemory.Free(list);
        }
    }

    private static Kernel32.ProcessInformation Create(
        ProcessSpec spec, string application, string commandLine, nint* handles, void* list)
    {
        var startup = new Kernel32.StartupInfo
        {
            Size = (uint)sizeof(Kernel32.StartupInfo),
            Flags = Kernel32.UseStandardHandles,
            Input = handles[0],
            Output = handles[1],
            Error = handles[2],
            AttributeList = list,
        };
        Kernel32.ProcessInformation information;
        // CreateProcessW may write into the command line.
        var writableLine = (commandLine + '\0').ToCharArray();
        fixed (char* applicationPointer = application, line = writableLine, directory = spec.WorkingDirectory)
        fixed (char* block = EnvironmentBlock.Build(spec))
        {
            if (!Kernel32.CreateProcess(
                applicationPointer, line, null, null, true, CreationFlags, block, directory, &startup, &information))
            {
                throw Failure(spec.Command);
            }
        }

        return information;
    }

    private static void* AllocateList()
    {
        nuint size;
        // The first call only tells the size.
        _ = Kernel32.InitializeProcThreadAttributeList(null, 1, 0, &size);
        var list = NativeMemory.Alloc(size);
        if (Kernel32.InitializeProcThreadAttributeList(list, 1, 0, &size))
            return list;
        NativeMemory.Free(list);
        throw new ProcessStartException($"no list of handles can be made: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static void Adopt(JobObject job, Kernel32.ProcessInformation information, string command)
    {
        var isAdopted = Kernel32.AssignProcessToJobObject(job, information.Process)
            && Kernel32.ResumeThread(information.Thread) != uint.MaxValue;
        var failure = isAdopted ? null : Failure(command);
        Kernel32.CloseHandle(information.Thread);
        if (failure is null)
            return;
        // Still suspended: it has done nothing yet.
        Kernel32.TerminateProcess(information.Process, 1);
        Kernel32.CloseHandle(information.Process);
        throw failure;
    }

    // Ctrl-Break reaches only processes that share this one's console; a service has none of its own.
    private static void EnsureConsole()
    {
        if (Kernel32.GetConsoleCP() == 0)
            _ = Kernel32.AllocConsole();
    }

    private static ProcessStartException Failure(string command) =>
        new($"'{command}' cannot be started: {Marshal.GetLastPInvokeErrorMessage()}");
}
