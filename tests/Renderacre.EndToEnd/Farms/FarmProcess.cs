using System.Collections.Concurrent;
using System.Diagnostics;

namespace Renderacre.EndToEnd.Farms;

/// <summary>One of the programs, running, with all that it has written.</summary>
public sealed class FarmProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();

    private FarmProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Lines of standard output so far.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>All that it wrote, for failures.</summary>
    public string Transcript => string.Join("\n", _output.Concat(_error));

    public static FarmProcess Start(
        string program, IEnumerable<string> args, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var started = new FarmProcess(process);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync()
    {
        using var limit = new CancellationTokenSource(Eventually.Patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{_process.StartInfo.FileName} did not end; it wrote:\n{Transcript}");
        }

        return _process.ExitCode;
    }

    /// <summary>Ends it with SIGKILL; nothing that it started is touched.</summary>
    public async Task KillAsync()
    {
        PosixSignals.Send(Id, PosixSignals.Kill);
        await WaitAsync();
    }

    /// <summary>Asks it to end with SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> TerminateAsync()
    {
        PosixSignals.Send(Id, PosixSignals.Terminate);
        return WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
