using System.Globalization;
using System.Text;
using OpenJd.Model.Validation;

namespace OpenJd.Cli.Templates;

/// <summary>Tells what is wrong with a template: each fault's place, and below it what is wrong there.</summary>
internal static class TemplateFaults
{
    /// <summary>All faults of a file.</summary>
    /// <param name="path">The file as it was named.</param>
    /// <param name="faults">What is wrong with it.</param>
    /// <returns>Lines of text.</returns>
    public static string Describe(string path, IReadOnlyList<ValidationError> faults)
    {
        var count = faults.Count == 1 ? "1 validation error" : $"{faults.Count} validation errors";
        return $"'{path}' failed checks: {count}{Describe(faults)}";
    }

    /// <summary>All faults, each on lines of its own.</summary>
    public static string Describe(IEnumerable<ValidationError> faults)
    {
        var text = new StringBuilder();
        foreach (var fault in faults)
        {
            var position = fault.Line > 0
                ? string.Create(CultureInfo.InvariantCulture, $"line {fault.Line}, column {fault.Column}: ")
                : "";
            if (fault.Path.Length > 0)
                text.Append('\n').Append(fault.Path).Append(':');
            text.Append("\n\t").Append(position).Append(fault.Message.Replace("\n", "\n\t", StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
