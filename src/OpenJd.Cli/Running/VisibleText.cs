using System.Buffers;
using System.Text;

namespace OpenJd.Cli.Running;

/// <summary>Output of actions as text, in which a byte that is no UTF-8 shows as <c>\xff</c>.</summary>
internal static class VisibleText
{
    /// <summary>The text.</summary>
    /// <param name="bytes">The output's bytes.</param>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var count) == OperationStatus.Done)
            {
                text.Append(rune);
            }
            else
            {
                foreach (var bad in bytes[..count])
                    text.Append($"\\x{bad:x2}");
            }

            bytes = bytes[count..];
        }

        return text.ToString();
    }
}
