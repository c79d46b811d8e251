using System.Globalization;

namespace Renderacre.EndToEnd.Faults;

/// <summary>
/// Rounds of faults at moments that a seed decides. Round N of seed S is round 0 of seed S + N, so that each can be
/// played again alone: <c>./dev faults --rounds 1 --seed S</c>.
/// </summary>
internal static class FaultRun
{
    private const string RoundsVariable = "RENDERACRE_FAULT_ROUNDS";
    private const string SeedVariable = "RENDERACRE_FAULT_SEED";
    private const int RoundsUsual = 2;
    private const int SeedUsual = 1;

    /// <summary>Plays the rounds.</summary>
    /// <param name="round">Plays one, with the numbers that decide it.</param>
    public static async Task EachAsync(Func<Random, Task> round)
    {
        var rounds = Number(RoundsVariable) ?? RoundsUsual;
        var seed = Number(SeedVariable) ?? SeedUsual;
        for (var number = 0; number < rounds; number++)
        {
            try
            {
                await round(new Random(seed + number));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                throw new InvalidOperationException(
                    $"round {number} of {rounds} failed; ./dev faults --rounds 1 --seed {seed + number} plays it again",
                    fault);
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"round {number + 1} of {rounds}, seed {seed + number}");
        }
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
