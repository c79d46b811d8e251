using System.Text;

namespace OpenJd.Fuzz.Expressions;

/// <summary>Makes texts: random characters, random tokens, and changed expressions.</summary>
internal static class ExpressionInputs
{
    private const int CharactersMax = 60;
    private const int TokensMax = 30;
    private const int ChangesMax = 4;

    /// <summary>A text.</summary>
    public static string Make(Random random) => random.Next(8) switch
    {
        0 => Characters(random),
        1 => Bytes(random),
        2 or 3 => Tokens(random),
        _ => Changed(random),
    };

    private static string Characters(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(CharactersMax); length > 0; length--)
            text.Append((char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x80));
        return text.ToString();
    }

    private static string Bytes(Random random)
    {
        var bytes = new byte[random.Next(CharactersMax)];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)random.Next(0x100);
        return Encoding.UTF8.GetString(bytes);
    }

    private static string Tokens(Random random)
    {
        var text = new StringBuilder();
        for (var count = 1 + random.Next(TokensMax); count > 0; count--)
        {
            text.Append(OneOf(random, Vocabulary.Tokens));
            if (random.Next(3) != 0) text.Append(' ');
        }

        return text.ToString();
    }

    private static string Changed(Random random)
    {
        var text = OneOf(random, Vocabulary.Expressions);
        for (var changes = random.Next(ChangesMax + 1); changes > 0; changes--) text = Change(random, text);
        return text;
    }

    private static string Change(Random random, string text)
    {
        var start = random.Next(text.Length + 1);
        var end = start + random.Next(Math.Min(20, text.Length - start) + 1);
        return random.Next(6) switch
        {
            0 => text[..start] + text[end..],
            1 => text[..end] + text[start..],
            2 => text[..start] + OneOf(random, Vocabulary.Tokens) + text[end..],
            3 => text[..start] + (char)random.Next(0x80) + text[start..],
            4 => text[..start] + OneOf(random, Vocabulary.Expressions) + text[end..],
            _ => $"{OneOf(random, Vocabulary.Functions)}({text[start..end]}, {text})",
        };
    }

    private static string OneOf(Random random, IReadOnlyList<string> texts) => texts[random.Next(texts.Count)];
}
