using CsCheck;
using OpenJd.Model.Documents;
using OpenJd.Model.Reading;

namespace OpenJd.Model.Tests.Documents;

/// <summary>No text, however broken, gets past the reader as anything but a tree or a clear error.</summary>
public sealed class DocumentPropertyTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        name: "J {{Param.A}}"
        parameterDefinitions: [{name: A, type: STRING, default: 'x', allowedValues: [x, &y y]}]
        steps:
          - name: S
            script:
              actions: {onRun: {command: run, args: ["a", *y]}}
              embeddedFiles:
              - name: F
                type: TEXT
                data: |
                  echo
        """;

    [Fact]
    public void Any_text_of_yamls_own_characters_is_read_or_refused() =>
        Gen.String[Gen.Char["[]{}:,-?&*!|>'\"%@`#~ \n\tab1.<="], 0, 40].Sample(AssertReadOrRefused, iter: 3000);

    [Fact]
    public void Any_text_of_jsons_own_characters_is_read_or_refused() =>
        Gen.String[Gen.Char["[]{}:,-\"\\ \ntruefalsn1.u"], 0, 40].Sample(AssertReadOrRefused, iter: 3000);

    [Fact]
    public void Any_change_of_a_template_leaves_it_valid_or_has_faults_told() =>
        Gen.Select(Gen.Int[0, Template.Length - 1], Gen.Int[0, 8], Gen.String[Gen.Char["[]{}:,-?&*!|'\" \na1."], 0, 4])
            .Sample(
                (place, length, text) =>
                {
                    var end = Math.Min(place + length, Template.Length);
                    var errors = TemplateReader.Check(Template[..place] + text + Template[end..]);
                    Assert.All(errors, error => Assert.True(error.Line > 0 && error.Column > 0, error.ToString()));
                },
                iter: 3000);

    private static void AssertReadOrRefused(string text)
    {
        try
        {
            Assert.NotNull(DocumentReader.Read(text));
        }
        catch (DocumentException error)
        {
            Assert.True(error.Line > 0 && error.Column > 0, $"{error.Message} at {error.Line}, {error.Column}");
        }
    }
}
