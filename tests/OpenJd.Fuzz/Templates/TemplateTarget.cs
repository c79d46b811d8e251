using OpenJd.Model.Documents;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Fuzz.Templates;

/// <summary>The reader of templates. A template is valid, or each of its faults has a place and a message.</summary>
public sealed class TemplateTarget : IFuzzTarget
{
    private const int ExcessEvery = 400;
    private static readonly TemplateOptions WithoutExtensions = new() { SupportedExtensions = [] };
    private static readonly TemplateOptions WithOne = new() { SupportedExtensions = [ExtensionNames.Expr] };

    /// <inheritdoc/>
    public string Name => "templates";

    /// <inheritdoc/>
    public string Make(Random random)
    {
        if (random.Next(ExcessEvery) == 0) return Excess.Make(random);
        var index = random.Next(TemplateCorpus.Texts.Count);
        return random.Next(3) == 0
            ? TextMutation.Apply(TemplateCorpus.Texts[index], random)
            : TreeMutation.Apply(TemplateCorpus.Trees[index], random);
    }

    /// <inheritdoc/>
    public bool Run(string input)
    {
        try
        {
            var document = InputForm.Read(input);
            var errors = TemplateReader.CheckDocument(document, Options(input));
            foreach (var error in errors) Check(error);
            if (errors.Count == 0) JobFromTemplate.Make(document, new Random(input.Length));
            return errors.Count == 0;
        }
        catch (DocumentException problem)
        {
            Check(new ValidationError("", problem.Message, problem.Line, problem.Column));
            return false;
        }
    }

    private static TemplateOptions? Options(string input) => (input.Length % 32) switch
    {
        8 => WithoutExtensions,
        9 => WithOne,
        _ => null,
    };

    private static void Check(ValidationError error)
    {
        if (error.Line < 1 || error.Column < 1) throw new FuzzException($"The fault has no place: {error}");
        if (!error.ToString().StartsWith($"line {error.Line}, ", StringComparison.Ordinal))
            throw new FuzzException($"The fault does not tell its place: {error}");
        if (error.Message.Length == 0) throw new FuzzException($"The fault has no message: {error}");
    }
}
