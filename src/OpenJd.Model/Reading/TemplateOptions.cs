using OpenJd.Expressions;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>What a reader of templates allows.</summary>
public sealed record TemplateOptions
{
    /// <summary>The extensions that a template may ask for; all known ones by default.</summary>
    public IReadOnlyCollection<string> SupportedExtensions { get; init; } = ExtensionNames.Known;

    /// <summary>
    /// How much the checking of expressions may cost: their parts without symbols are evaluated. By default what the
    /// specification recommends, and 100 million operations for a whole template; for templates of people that one does
    /// not know there is <see cref="EvaluationLimits.Submission"/>.
    /// </summary>
    public EvaluationLimits Limits { get; init; } =
        EvaluationLimits.Specification with { TotalOperations = 100_000_000 };
}
