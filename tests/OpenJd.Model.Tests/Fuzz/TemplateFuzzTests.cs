using System.Globalization;
using OpenJd.Fuzz;
using OpenJd.Fuzz.Templates;
using OpenJd.Model.Reading;

namespace OpenJd.Model.Tests.Fuzz;

/// <summary>A part of what <c>./dev fuzz templates</c> does; OPENJD_FUZZ_COUNT asks for more.</summary>
public sealed class TemplateFuzzTests
{
    private const ulong Seed = 1;
    private const long DefaultCount = 2000;

    [Fact]
    public void Changed_templates_are_valid_or_have_faults_with_places()
    {
        var asked = Environment.GetEnvironmentVariable("OPENJD_FUZZ_COUNT");
        var count = asked is null ? DefaultCount : long.Parse(asked, CultureInfo.InvariantCulture);
        var run = new FuzzRun(new TemplateTarget(), Seed);
        run.Run(0, count, _ => { });
        Assert.InRange(run.Accepted, 1, count - 1);
    }

    [Fact]
    public void The_templates_that_are_changed_are_valid() =>
        Assert.All(TemplateCorpus.Texts, text => Assert.Empty(TemplateReader.Check(text)));

    [Fact]
    public void A_seed_and_a_number_give_the_same_input_again()
    {
        var (one, other) = (new FuzzRun(new TemplateTarget(), 7), new FuzzRun(new TemplateTarget(), 7));
        Assert.Equal(one.Input(41), other.Input(41));
        Assert.NotEqual(one.Input(41), one.Input(42));
    }
}
