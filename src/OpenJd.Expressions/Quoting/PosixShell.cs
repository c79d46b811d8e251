using System.Buffers;
using System.Text;

namespace OpenJd.Expressions.Quoting;

/// <summary>Quotes for POSIX shells as Python's <c>shlex.quote</c> does. Source: expression language §2.2.6.</summary>
internal static class PosixShell
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+=:,./-");

    /// <summary>Writes one argument. It has no NUL, which no argument can have.</summary>
    public static void Write(StringBuilder text, string argument)
    {
        if (argument.Length > 0 && !argument.AsSpan().ContainsAnyExcept(Plain)) text.Append(argument);
        else text.Append('\'').Append(argument.Replace("'", "'\"'\"'", StringComparison.Ordinal)).Append('\'');
    }
}
