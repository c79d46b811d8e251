using System.ComponentModel;
using System.Diagnostics;

namespace Renderacre.Worker.Machines;

/// <summary>What small programs of the system print.</summary>
internal static class ToolOutput
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program, found as the system finds programs.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="patience">How long it may take; it is killed then.</param>
    /// <param name="cancellationToken">Cancels, and kills it.</param>
    /// <returns>What it printed; null where there is no such program, it failed, or took too long.</returns>
    public static async Task<string?> OfAsync(
        string program, IEnumerable<string> arguments, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            return process is null ? null : await ReadAsync(process, patience, cancellationToken);
        }
        catch (Win32Exception)
        {
            return null; // It is not installed.
        }
    }

    private static async Task<string?> ReadAsync(
        Process process, TimeSpan patience, CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await error;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? output : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
