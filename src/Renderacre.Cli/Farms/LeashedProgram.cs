namespace Renderacre.Cli.Farms;

/// <summary>The other end of <see cref="LeashedProcess"/>.</summary>
internal static class LeashedProgram
{
    /// <summary>The hidden command that runs a program so: <c>renderacre leashed controller …</c>.</summary>
    public const string Verb = "leashed";

    /// <summary>Runs a program until it ends by itself or the leash is let go.</summary>
    /// <param name="program">Runs it until its token is cancelled.</param>
    /// <param name="leash">The stream whose end is the sign to stop.</param>
    /// <param name="cancellationToken">Stops it too.</param>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(
        Func<CancellationToken, Task<int>> program, Stream leash, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = program(stop.Token);
        var letGo = WaitForEndAsync(leash, stop.Token);
        if (await Task.WhenAny(running, letGo) == letGo)
            await stop.CancelAsync();
        return await running;
    }

    private static async Task WaitForEndAsync(Stream leash, CancellationToken cancellationToken)
    {
        var ignored = new byte[1];
        while (await leash.ReadAsync(ignored, cancellationToken) > 0)
        {
            // Nothing is ever written; only the end counts.
        }
    }
}
