using System.Text;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Quoting;

/// <summary>Writes PowerShell literals. Source: expression language §2.2.6.</summary>
internal static class PowerShell
{
    /// <summary>Writes a value that is no list.</summary>
    public static void Write(StringBuilder text, Operand value)
    {
        if (value.IsBool) text.Append(value.Bool ? "$true" : "$false");
        else if (value.IsInt) text.Append(value.Text);
        else if (value.IsFloat) text.Append(FloatText.Shortest(value.Float));
        else text.Append('\'').Append(value.Text.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
    }
}
