namespace Renderacre.EndToEnd.Farms;

/// <summary>Waits for what other processes bring about.</summary>
public static class Eventually
{
    /// <summary>How long anything may take before the test fails: ample, for machines with other work to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks again and again until a condition holds.</summary>
    /// <param name="what">The condition in words, for the failure.</param>
    /// <param name="holds">The condition.</param>
    public static Task TrueAsync(string what, Func<bool> holds) => TrueAsync(what, () => Task.FromResult(holds()));

    /// <summary>Looks again and again until a condition holds.</summary>
    /// <param name="what">The condition in words, for the failure.</param>
    /// <param name="holds">The condition.</param>
    public static async Task TrueAsync(string what, Func<Task<bool>> holds)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                Assert.Fail($"within {Patience.TotalSeconds:0} s it did not come about that {what}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
