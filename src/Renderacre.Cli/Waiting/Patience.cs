using Renderacre.Client;

namespace Renderacre.Cli.Waiting;

/// <summary>Bears with a controller that does not answer for a while, as when it is being restarted.</summary>
/// <param name="time">The clock.</param>
/// <param name="tell">Is told why there is no answer.</param>
internal sealed class Patience(TimeProvider time, Action<string> tell)
{
    /// <summary>How long the controller may be away before the watching gives up.</summary>
    public static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(60);

    private long? _silentSince;

    /// <summary>Asks once.</summary>
    /// <param name="ask">What is asked.</param>
    /// <returns>The answer, or null where none came this time.</returns>
    /// <exception cref="FarmUnreachableException">None has come for longer than <see cref="SilenceMax"/>.</exception>
    public async Task<T?> TryAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            var answer = await ask();
            _silentSince = null;
            return answer;
        }
        catch (FarmUnreachableException problem)
        {
            _silentSince ??= time.GetTimestamp();
            if (time.GetElapsedTime(_silentSince.Value) >= SilenceMax)
                throw;
            tell(problem.Message);
            return null;
        }
    }
}
