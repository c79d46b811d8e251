using System.ComponentModel;
using System.Diagnostics;

namespace Renderacre.Controller.Hooks;

/// <summary>
/// Runs a hook's command: the facts stand in its environment, and as JSON on its standard input. What it leaves running
/// when its time is up is killed with all that it started.
/// </summary>
internal static class CommandRun
{
    /// <summary>How long output is waited for after the end; a child may have inherited the pipe and keep it.</summary>
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs a command once.</summary>
    /// <param name="target">The command.</param>
    /// <param name="call">What it is told.</param>
    /// <param name="outputBytesMax">Bytes kept of each of its outputs.</param>
    /// <param name="stop">Its time is up, or the controller stops.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<HookResult> RunAsync(
        CommandTarget target, HookCall call, int outputBytesMax, CancellationToken stop)
    {
        using var process = new Process { StartInfo = StartInfo(target, call) };
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            return new HookResult(HookOutcome.Refused, $"cannot be started: {fault.Message}", "");
        }
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<string> output = BoundedText.ReadAsync(process.StandardOutput.BaseStream, outputBytesMax, reading.Token);
        Task<string> errors = BoundedText.ReadAsync(process.StandardError.BaseStream, outputBytesMax, reading.Token);
        await WaitAsync(process, call.ToJson(), stop);
        reading.CancelAfter(OutputGrace);
        return ResultOf(process.ExitCode, await output, await errors);
    }

    private static ProcessStartInfo StartInfo(CommandTarget target, HookCall call)
    {
        var start = new ProcessStartInfo(target.Command[0], target.Command.Skip(1))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in target.Environment.Concat(call.ToVariables()))
            start.Environment[name] = value;
        return start;
    }

    private static async Task WaitAsync(Process process, byte[] input, CancellationToken stop)
    {
        try
        {
            await TellAsync(process.StandardInput.BaseStream, input, stop);
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task TellAsync(Stream stream, byte[] input, CancellationToken stop)
    {
        try
        {
            await stream.WriteAsync(input, stop);
            await stream.DisposeAsync();
        }
        catch (IOException)
        {
            // A command need not read what it is told.
        }
    }

    private static HookResult ResultOf(int exitCode, string output, string errors)
    {
        if (exitCode == 0)
            return new HookResult(HookOutcome.Succeeded, "exit code 0", output);
        string said = BoundedText.LastLine(errors.Length > 0 ? errors : output);
        string summary = said.Length == 0 ? $"exit code {exitCode}" : $"exit code {exitCode}: {said}";
        return new HookResult(HookOutcome.Failed, summary, output);
    }
}
