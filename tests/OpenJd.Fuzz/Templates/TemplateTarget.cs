using OpenJd.Model.Reading;
using OpenJd.Model.Validation;

namespace OpenJd.Fuzz.Templates;

/// <summary>The reader of templates. A template is valid, or each of its faults has a place and a message.</summary>
public sealed class TemplateTarget : IFuzzTarget
{
    /// <inheritdoc/>
    public string Name => "templates";

    /// <inheritdoc/>
    public string Make(Random random)
    {
        var index = random.Next(TemplateCorpus.Texts.Count);
        return random.Next(3) == 0
            ? TextMutation.Apply(TemplateCorpus.Texts[index], random)
            : TreeMutation.Apply(TemplateCorpus.Trees[index], random);
    }

    /// <inheritdoc/>
    public bool Run(string input)
    {
        var errors = TemplateReader.Check(input);
        foreach (var error in errors) Check(error);
        return errors.Count == 0;
    }

    private static void Check(ValidationError error)
    {
        if (error.Line < 1 || error.Column < 1) throw new FuzzException($"The fault has no place: {error}");
        if (error.Message.Length == 0) throw new FuzzException($"The fault has no message: {error}");
    }
}
