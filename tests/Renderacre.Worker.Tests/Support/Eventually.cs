namespace Renderacre.Worker.Tests.Support;

/// <summary>Waits for what other processes bring about, which tell nobody.</summary>
internal static class Eventually
{
    /// <summary>After this a test has failed; no test that passes waits for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(string what, Func<bool> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var start = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(start) < Patience, $"waited in vain for: {what}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
