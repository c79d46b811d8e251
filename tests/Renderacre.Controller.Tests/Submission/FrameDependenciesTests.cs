using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Jobs;

namespace Renderacre.Controller.Tests.Submission;

public sealed class FrameDependenciesTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        name: Chain
        steps:
        - name: Render
          parameterSpace: {taskParameterDefinitions: [{name: Frame, type: INT, range: RANGE}]}
          script: {actions: {onRun: {command: run}}}
        - name: Comp
          dependencies: [{dependsOn: Render}]
          parameterSpace: {taskParameterDefinitions: [{name: Frame, type: INT, range: 1-10}]}
          script: {actions: {onRun: {command: run}}}
        - name: Movie
          dependencies: [{dependsOn: Comp}]
          script: {actions: {onRun: {command: run}}}
        """;

    [Fact]
    public void A_dependency_of_equal_steps_goes_frame_by_frame_where_that_is_asked_for()
    {
        JobPlan plan = Prepare("1-10", "Comp", "Render");
        Assert.Equal([0], plan.Steps[1].DependsOnEqualUnits);
        Assert.Empty(plan.Steps[1].DependsOnSteps);
        Assert.Equal([1], plan.Steps[2].DependsOnSteps);
    }

    [Fact]
    public void Steps_of_one_range_need_no_comparing_however_many_frames_it_has()
    {
        const string range = "1-100000000000";
        string template = Template.Replace("1-10", range, StringComparison.Ordinal);
        Assert.Equal([0], Prepare(range, "Comp", "Render", template).Steps[1].DependsOnEqualUnits);
    }

    [Fact]
    public void Ranges_too_long_to_be_compared_are_refused_with_what_is_possible()
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => Prepare("1-1000001", "Comp", "Render"));
        Assert.Contains("more than 1000000 values of Frame", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1-8", "Comp", "Render", "Frame = 9, 10 of step 'Comp' have no partner in step 'Render'")]
    [InlineData("1-12", "Comp", "Render", "step 'Render' has 12 values of Frame, and 'Comp' 10 of them")]
    [InlineData("1-10", "Movie", "Comp", "step 'Movie' has the task parameters none and 'Comp' Frame")]
    [InlineData("1-10", "Movie", "Render", "step 'Movie' does not depend on 'Render' in the template")]
    [InlineData("1-10", "Comp", "Rendr", "there is no step 'Rendr'. Did you mean")]
    public void What_has_no_partner_is_refused_with_what_is_missing(
        string range, string step, string on, string message)
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => Prepare(range, step, on));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static JobPlan Prepare(string range, string step, string on, string template = Template)
    {
        var submit = new JobSubmit
        {
            Name = "chain",
            Openjd = new OpenJdSubmit { TemplateYaml = template.Replace("RANGE", range, StringComparison.Ordinal) },
            FrameDependencies = [new FrameDependency { Step = step, On = on }],
        };
        return JobPreparation.Prepare(submit).Plan;
    }
}
