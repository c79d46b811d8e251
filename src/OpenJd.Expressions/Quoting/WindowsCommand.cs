using System.Buffers;
using System.Text;

namespace OpenJd.Expressions.Quoting;

/// <summary>Quotes for Windows' <c>cmd.exe</c> in batch files. Source: expression language §2.2.6.</summary>
internal static class WindowsCommand
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&|<>^\"()%! \t\n\r\v\f");

    /// <summary>
    /// Writes one argument: in quotes where it has a character that means something, and without line breaks, which
    /// nothing can stand for.
    /// </summary>
    public static void Write(StringBuilder text, string argument)
    {
        if (argument.Length > 0 && !argument.AsSpan().ContainsAny(Special))
        {
            text.Append(argument);
            return;
        }

        text.Append('"');
        foreach (var character in argument) text.Append(Escaped(character));
        text.Append('"');
    }

    private static string Escaped(char character) => character switch
    {
        '\n' or '\r' => "",
        '^' => "^^",
        '"' => "^\"",
        '%' => "%%",
        '!' => "^^!",
        _ => character.ToString(),
    };
}
