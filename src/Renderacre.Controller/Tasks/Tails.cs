namespace Renderacre.Controller.Tasks;

/// <summary>The ends of outputs that are kept with an attempt.</summary>
internal static class Tails
{
    private const int CharactersMax = 8 << 10;

    /// <summary>Cuts a tail to its last part, on a border between characters.</summary>
    /// <param name="tail">The tail, or null.</param>
    public static string? Cut(string? tail)
    {
        if (tail is null || tail.Length <= CharactersMax)
            return tail;
        int start = tail.Length - CharactersMax;
        return tail[(char.IsLowSurrogate(tail[start]) ? start + 1 : start)..];
    }
}
