using System.Diagnostics;

namespace Renderacre.Bench.FarmEdge;

/// <summary>
/// A server in a process of its own, on a free port and in a folder of its own. Its code is compiled in full at once,
/// as published programs are ahead of time: a few seconds of load would else measure the compiler.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("farm-edge-").FullName;
    private readonly Process _process;

    private ServerProcess(string program, Func<string, IEnumerable<string>> arguments)
    {
        string ready = Path.Combine(_folder, "ready");
        _process = Process.Start(new ProcessStartInfo(program, arguments(_folder))
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredCompilation"] = "0", ["DOTNET_ReadyToRun"] = "0" },
        })!; // Only null where a running process is reused, which this start cannot do.
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        SpinWait.SpinUntil(() => File.Exists(ready) || _process.HasExited, StartPatience);
        if (!File.Exists(ready))
            throw new InvalidOperationException($"{program} did not answer within {StartPatience}");
        Address = new Uri(File.ReadAllText(ready).Trim());
    }

    public Uri Address { get; }

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Most memory that it had in RAM, in bytes.</summary>
    public long PeakBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static ServerProcess Controller(string program) => new(program, folder =>
    [
        "--bind", "127.0.0.1:0", "--sqlite-path", Path.Combine(folder, "farm.sqlite3"),
        "--ready-file", Path.Combine(folder, "ready"),
    ]);

    public static ServerProcess Yardstick(string kind) =>
        new(Environment.ProcessPath!, folder => ["serve", kind, folder]); // A program that runs has a path.

    /// <summary>Has something measured, and the processor time that it takes here.</summary>
    public async Task<Timing> CountAsync(Func<Task<Timing>> measure)
    {
        TimeSpan before = ProcessorTime;
        Timing timing = await measure();
        return timing with
        {
            ProcessorMicroseconds = (ProcessorTime - before).TotalMicroseconds / timing.Times.Length,
        };
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
