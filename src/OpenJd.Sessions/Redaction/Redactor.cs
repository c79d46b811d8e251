using System.Text;

namespace OpenJd.Sessions.Redaction;

/// <summary>
/// A session's secrets, and their replacement in all that leaves it. Safe for several threads. Once told, a secret
/// stays one until the session's end. Source: template schemas §4; extension REDACTED_ENV_VARS.
/// </summary>
internal sealed class Redactor
{
    /// <summary>What stands for a secret, whatever its length.</summary>
    public const string Mask = "********";

    /// <summary>Secrets that a session can have; each line of a value is one.</summary>
    public const int SecretsMax = 4096;

    private static readonly byte[] MaskBytes = Encoding.UTF8.GetBytes(Mask);

    private readonly Lock _lock = new();
    // Replaced as a whole, so that readers need no lock.
    private volatile byte[][] _secrets = [];

    /// <summary>Makes a value a secret. Each of its lines is one by itself; blank ones are none.</summary>
    /// <returns>False where the session has too many.</returns>
    public bool TryAdd(string value)
    {
        var lines = value.Split(['\n', '\r']).Where(line => !string.IsNullOrWhiteSpace(line)).Distinct();
        lock (_lock)
        {
            var added = lines.Select(Encoding.UTF8.GetBytes)
                .Where(line => !_secrets.Any(known => known.AsSpan().SequenceEqual(line)))
                .ToArray();
            if (_secrets.Length + added.Length > SecretsMax)
                return false;
            _secrets = [.. _secrets, .. added];
            return true;
        }
    }

    /// <summary>The bytes with every secret replaced; the same span where there is none.</summary>
    public ReadOnlySpan<byte> Redact(ReadOnlySpan<byte> bytes)
    {
        var secrets = _secrets;
        if (secrets.Length == 0)
            return bytes;
        var matches = SecretMatches.Find(bytes, secrets);
        if (matches.Count == 0)
            return bytes;
        var redacted = new List<byte>(bytes.Length);
        var at = 0;
        foreach (var (start, end) in matches)
        {
            redacted.AddRange(bytes[at..start]);
            redacted.AddRange(MaskBytes);
            at = end;
        }

        redacted.AddRange(bytes[at..]);
        return redacted.ToArray();
    }

    /// <summary>The text with every secret replaced; null stays null.</summary>
    public string? Redact(string? text) =>
        text is null || _secrets.Length == 0 ? text : Encoding.UTF8.GetString(Redact(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// Where a piece of a line may end, so that no secret is cut: before one that lies across the cut, and before the
    /// beginning of one that may go on in the next piece.
    /// </summary>
    /// <param name="bytes">The piece.</param>
    /// <param name="cut">Where it would end.</param>
    /// <returns>
    /// A place before or at <paramref name="cut"/>; the cut itself where nothing else would be left of the piece.
    /// </returns>
    public int CutBefore(ReadOnlySpan<byte> bytes, int cut)
    {
        var secrets = _secrets;
        if (secrets.Length == 0)
            return cut;
        var safe = Math.Min(cut, SecretMatches.BeginningAtEnd(bytes, secrets));
        foreach (var (start, end) in SecretMatches.Find(bytes, secrets))
        {
            if (start < safe && safe < end)
                safe = start;
        }

        return safe > 0 ? safe : cut;
    }
}
