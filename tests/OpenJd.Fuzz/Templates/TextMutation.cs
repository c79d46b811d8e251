namespace OpenJd.Fuzz.Templates;

/// <summary>Changes a text without regard to what it means.</summary>
internal static class TextMutation
{
    private const int ChangesMax = 4;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{", "}", "[", "]", ":", ": ", "- ", ",", "#", "&a ", "*a", "!!str ", "!!int ", "|", ">", "'", "\"",
        "\n", "\n  ", "\t", " ", "~", "null", "true", "0", "-1", "1e999", ".inf", "\\", "\0", "\u0085", "\uFEFF", "😀",
        "---\n", "...\n", "%YAML 1.2\n", "? ", "<<: ", "{{Param.", "Param.A", "Task.Param.T", " if ", " else ", "(",
        ")",
        "**", "//", "[0]", "'x'", "for x in ", "extensions: [EXPR]\n",
    ];

    public static string Apply(string text, Random random)
    {
        for (var changes = random.Next(1, ChangesMax + 1); changes > 0; changes--) text = Change(text, random);
        return text;
    }

    private static string Change(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var end = Math.Min(text.Length, at + random.Next(12));
        return random.Next(5) switch
        {
            0 => text[..at] + Pieces[random.Next(Pieces.Length)] + text[at..],
            1 => text[..at] + Pieces[random.Next(Pieces.Length)] + text[end..],
            2 => text[..at] + text[end..],
            3 => text[..end] + text[at..],
            _ => text[..at] + (char)random.Next(1, 0x250) + text[end..],
        };
    }
}
