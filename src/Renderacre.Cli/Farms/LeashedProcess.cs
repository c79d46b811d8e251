using System.Diagnostics;

namespace Renderacre.Cli.Farms;

/// <summary>
/// Another process of this program that runs one of the farm's programs and ends when its standard input does: when it
/// is told to, and when its parent is gone for whatever reason. That works alike on every system.
/// </summary>
internal sealed class LeashedProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TimeProvider _time;

    /// <summary>Which program it is.</summary>
    public string Program { get; }

    /// <summary>Ends when the process does.</summary>
    public Task Ended { get; }

    /// <summary>The exit code of a process that has ended.</summary>
    public int ExitCode => _process.ExitCode;

    private LeashedProcess(string program, Process process, TimeProvider time)
    {
        Program = program;
        _process = process;
        _time = time;
        Ended = process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Starts it; it writes to the standard output and error of this process.</summary>
    /// <param name="program">controller or worker.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="time">The clock for the time that it is given to end.</param>
    public static LeashedProcess Start(string program, IReadOnlyList<string> arguments, TimeProvider time)
    {
        var self = Environment.ProcessPath ?? throw new InvalidOperationException("this process has no program file");
        var start = new ProcessStartInfo(self) { RedirectStandardInput = true };
        // Run as "dotnet renderacre.dll", the program file is dotnet's.
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "renderacre.dll"));
        foreach (var argument in (string[])[LeashedProgram.Verb, program, .. arguments])
            start.ArgumentList.Add(argument);
        // One such file cannot serve both: each program refuses the other's keys.
        start.Environment.Remove("RFARM_CONFIG");
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{self} did not start");
        return new LeashedProcess(program, process, time);
    }

    /// <summary>Tells it to end, waits, and kills it when it has not ended in time.</summary>
    /// <param name="patience">How long it has to end.</param>
    /// <returns>Whether it ended by itself with exit code 0.</returns>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        LetGo();
        try
        {
            await Ended.WaitAsync(patience, _time);
            return ExitCode == 0;
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await Ended;
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!Ended.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
            await Ended;
        }

        _process.Dispose();
    }

    private void LetGo()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException) when (_process.HasExited)
        {
            // The other end is gone already, which is what was wanted.
        }
    }
}
