using OpenJd.Expressions;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>What the whole reading of one template shares.</summary>
internal sealed class ReadingContext(ErrorCollector errors, TemplateOptions options)
{
    private HashSet<string> _extensions = new(StringComparer.Ordinal);

    public ErrorCollector Errors { get; } = errors;

    public TemplateOptions Options { get; } = options;

    /// <summary>What all expressions of the template have cost so far.</summary>
    public EvaluationUsage Usage { get; } = new();

    /// <summary>Whether format strings hold expressions.</summary>
    public bool HasExpr { get; private set; }

    public bool HasFeatureBundle1 { get; private set; }

    /// <summary>Whether the template asks for an extension.</summary>
    public bool Has(string extension) => _extensions.Contains(extension);

    /// <summary>Sets what the template asks for; nothing but that list is read before.</summary>
    public void Use(IEnumerable<string> extensions)
    {
        _extensions = new HashSet<string>(extensions, StringComparer.Ordinal);
        (HasExpr, HasFeatureBundle1) = (Has(ExtensionNames.Expr), Has(ExtensionNames.FeatureBundle1));
    }
}
