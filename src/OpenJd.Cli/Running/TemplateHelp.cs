using System.Text;
using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;

namespace OpenJd.Cli.Running;

/// <summary>
/// The help of <c>run</c> for one template: its job and its parameters, in the words of the other <c>openjd</c>
/// programs, and the options below.
/// </summary>
internal static class TemplateHelp
{
    private const string OptionsTitle = "Options:";

    /// <summary>The text.</summary>
    /// <param name="template">The template.</param>
    /// <param name="usage">The command line, such as <c>openjd run render.yaml</c>.</param>
    /// <param name="usualHelp">The command's help without a template.</param>
    public static string Of(JobTemplate template, string usage, string usualHelp)
    {
        var text = new StringBuilder($"usage: {usage} [options]\n\nJob: {template.Name.Text}\n");
        if (template.Description is { } description)
            text.Append(description).Append('\n');
        if (template.ParameterDefinitions.Count > 0)
            text.Append("\nJob Parameters (-p/--job-param PARAM_NAME=VALUE):\n");
        foreach (var parameter in template.ParameterDefinitions)
            Append(text, parameter);
        var options = usualHelp.IndexOf(OptionsTitle, StringComparison.Ordinal);
        text.Append("\nStandard ").Append(OptionsTitle);
        return text.Append(options < 0 ? "\n" : usualHelp[(options + OptionsTitle.Length)..]).ToString();
    }

    private static void Append(StringBuilder text, JobParameterDefinition parameter)
    {
        var isLong = parameter.Default?.Text.Contains('\n', StringComparison.Ordinal) == true;
        text.Append($"  {parameter.Name} ({ParameterTypeNames.Of(parameter.Type)}) ");
        text.Append(parameter.Default is null ? "[required]"
            : $"[default: {(isLong ? "see below" : Shown(parameter, parameter.Default.Text))}]");
        var constraints = string.Join(", ", Constraints(parameter));
        text.Append(constraints.Length > 0 ? $" ({constraints})\n" : "\n");
        if (parameter.Description is { } description)
            text.Append("      ").Append(description).Append('\n');
        if (isLong)
            text.Append("      Default value:\n").Append(Indented(parameter.Default?.Text ?? ""));
    }

    private static IEnumerable<string> Constraints(JobParameterDefinition parameter)
    {
        var (least, greatest) = (parameter.MinValue?.Text, parameter.MaxValue?.Text);
        if (Bounds(least, greatest, "range: ", "minimum: ", "maximum: ", "") is { } range)
            yield return range;
        var unit = parameter.Type >= JobParameterType.ListString ? " items" : " characters";
        var (fewest, most) = ($"{parameter.MinLength}", $"{parameter.MaxLength}");
        if (Bounds(fewest, most, "length: ", "minimum length: ", "maximum length: ", unit) is { } length)
            yield return length;
        if (parameter.AllowedValues is { } allowed)
            yield return $"allowed: {string.Join(", ", allowed.Select(value => Shown(parameter, value.Text)))}";
    }

    private static string? Bounds(string? min, string? max, string both, string least, string most, string unit) =>
        (string.IsNullOrEmpty(min), string.IsNullOrEmpty(max)) switch
        {
            (false, false) => $"{both}{min} to {max}{unit}",
            (false, true) => $"{least}{min}{unit}",
            (true, false) => $"{most}{max}{unit}",
            (true, true) => null,
        };

    private static string Shown(JobParameterDefinition parameter, string value) =>
        parameter.Type is JobParameterType.String or JobParameterType.Path ? $"'{value}'" : value;

    private static string Indented(string lines) =>
        string.Concat(lines.Split('\n').Select(line => $"        {line}\n"));
}
