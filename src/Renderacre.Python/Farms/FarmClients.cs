using System.Collections.Concurrent;
using Renderacre.Client;
using Renderacre.Python.Interop;

namespace Renderacre.Python.Farms;

/// <summary>The clients of this process.</summary>
internal static class FarmClients
{
    private const int KeptMax = 16;

    private static readonly ConcurrentDictionary<(string Url, string? Token, TimeSpan Timeout), FarmClient> Kept = [];

    /// <summary>Those that Python opens and closes.</summary>
    public static Handles<FarmClient> Open { get; } = new("client");

    /// <summary>Makes a client.</summary>
    /// <exception cref="ArgumentValueException">The address or the token is none.</exception>
    public static FarmClient Create(string url, string? token, TimeSpan timeout)
    {
        try
        {
            return new FarmClient(new Uri(url, UriKind.Absolute), timeout, token);
        }
        catch (UriFormatException)
        {
            throw new ArgumentValueException($"'{url}' is no address such as http://127.0.0.1:7878");
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentValueException(Said(fault.Message));
        }
    }

    /// <summary>
    /// A client for calls that stand alone. It is kept for the next one, with its connection; only so many are.
    /// </summary>
    /// <exception cref="ArgumentValueException">The address or the token is none.</exception>
    public static FarmClient Share(string url, string? token, TimeSpan timeout)
    {
        if (Kept.TryGetValue((url, token, timeout), out var known))
            return known;
        if (Kept.Count >= KeptMax)
            Kept.Clear();
        return Kept.GetOrAdd((url, token, timeout), static key => Create(key.Url, key.Token, key.Timeout));
    }

    // The framework appends the parameter's name in parentheses.
    private static string Said(string message) =>
        message.IndexOf(" (Parameter", StringComparison.Ordinal) is >= 0 and var cut ? message[..cut] : message;
}
